import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { type ApprovalRequest, askApproval, decideApproval, onVerdict } from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { admitApprover } from './catalogue-approvals.js';
import { requireCoins, requireCurrency } from './currency.js';
import { ownershipFor } from './maintenance.js';
import { MaintenanceLevel } from './maintenance-level.js';
import type { TariffPlanCreateInput, TariffPlanStatusChangeInput } from './tariff-plan.input.js';
import { TariffPlanAction, tariffPlanLifecycle } from './tariff-plan.lifecycle.js';
import { priceChanges } from './price-changes.js';
import { requirePriceMaintainer } from './maintain-price.js';
import { rulesApprovedWith } from './sold-price.js';
import { ChargeType, TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import { refuseUnsoldParts } from './unsold-parts.js';
import { validityFrom } from './validity.js';

/** Begins a tariff plan as an input says it, DRAFT, without its parts (PRD-78). */
export async function newTariffPlan(tx: Transaction, input: TariffPlanCreateInput): Promise<TariffPlan> {
  const { code, name, type, amount, currency, period, basis, condition } = input;
  requireCurrency(currency, ['input', 'currency']);
  requireCoins(amount, currency, ['input', 'amount']);
  if (type === ChargeType.PERIODIC && !period)
    refuse('REQUIRED', 'A PERIODIC price needs its period.', ['input', 'period']);
  if (type !== ChargeType.PERIODIC && period)
    refuse('CONTRADICTORY', 'Only a PERIODIC price has a period.', ['input', 'period']);
  if (await tx.em.findOne(TariffPlan, { code }))
    refuse('DUPLICATE', 'Another tariff plan has this code.', ['input', 'code']);
  return draftTariffPlan(tx, {
    ...{ code, name, type, price: Money.of(amount, currency), period: period ?? null, basis: basis ?? null },
    ...(await ownershipFor(tx, input, ['input'])),
    ...{ validity: validityFrom(tx, input, ['input']), condition: condition ?? null },
  });
}

/** Begins a tariff plan with what is known of it, configured by the caller: DRAFT, and its approval is asked for. */
export async function draftTariffPlan(tx: Transaction, values: Partial<TariffPlan>): Promise<TariffPlan> {
  const plan = Object.assign(new TariffPlan(), values, { configuredBy: tx.caller.subject });
  tariffPlanLifecycle.begin(tx, tx.add(plan));
  await askApproval(tx, planApproval(plan));
  return plan;
}

/** Takes a tariff plan from one state to another (PRD-82). */
export async function changeTariffPlanStatus(
  context: CallContext,
  input: TariffPlanStatusChangeInput,
): Promise<TariffPlan> {
  return context.database.write(context, async (tx) => {
    const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId']);
    const { action, reason = null } = input;
    if (action === TariffPlanAction.RESERVE)
      refuse('CONTRADICTORY', 'A contract reserves it, by individualPlanRequest.', ['input', 'action']);
    const decides = action === TariffPlanAction.APPROVE && plan.status === TariffPlanStatus.DRAFT;
    const path = ['input', 'tariffPlanId'];
    // Whoever approves is not who maintains.
    if (!decides) await requirePriceMaintainer(tx, { plan }, path);
    if (decides) await decideApproval(tx, { ...planApproval(plan), approved: true, remark: reason, path });
    else {
      await tariffPlanLifecycle.move(tx, plan, action, { reason });
      // After the move, which says by itself whether the step may be taken at all.
      if (plan.status === TariffPlanStatus.ACTIVE) await refuseUnsoldParts(tx, plan, path);
      // What it is nested in is charged otherwise.
      priceChanges.tell(tx, { source: 'plan', id: plan.id, mark: `${action} ${tx.at.toISOString()}` });
    }
    return plan;
  });
}

/** Prices are approved by the headquarters, where the operator has published no process of their own. */
export const admitPriceApprover = (tx: Transaction, path: InputPath): Promise<void> =>
  admitApprover(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, path);

/** Kind of approval of a price (WFL-28, PRD-82). */
const TARIFF_PLAN = 'TARIFF_PLAN';

/** What is asked about a new price, in the name of who configured it. */
export const planApproval = (plan: TariffPlan): ApprovalRequest => ({
  ...{ kind: TARIFF_PLAN, subject: plan, title: `${plan.code} ${plan.name}` },
  ...(plan.configuredBy ? { askedBy: plan.configuredBy } : {}),
  variables: { amount: ruleNumber(plan.price.amount), currency: plan.price.currency },
});

onVerdict<TariffPlan>(TARIFF_PLAN, {
  subject: TariffPlan,
  admit: (tx, _plan, path) => admitPriceApprover(tx, path),
  asItStands: rulesApprovedWith,
  decided: async (tx, { subject: plan, result, remark, approvalNo }) => {
    // A price that was refused stays a draft; changing it, or approving it anew, asks again.
    if (result !== 'APPROVED') return;
    await tariffPlanLifecycle.move(tx, plan, TariffPlanAction.APPROVE, { reason: remark, data: { approvalNo } });
  },
});
