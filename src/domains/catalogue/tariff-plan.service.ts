import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import type { TariffPlanCreateInput, TariffPlanStatusChangeInput } from './tariff-plan.input.js';
import { tariffPlanLifecycle } from './tariff-plan.lifecycle.js';
import { ChargeType, TariffPlan } from './tariff-plan.js';
import { validityFrom } from './validity.js';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Writes a new tariff plan, DRAFT (PRD-78). */
export async function createTariffPlan(context: CallContext, input: TariffPlanCreateInput): Promise<TariffPlan> {
  const { code, name, type, amount, currency, period, basis } = input;
  return context.database.write(context, async (tx) => {
    if (!currencies.has(currency)) refuse('BAD_VALUE', 'This is no currency of ISO 4217.', ['input', 'currency']);
    if (type === ChargeType.PERIODIC && !period)
      refuse('REQUIRED', 'A PERIODIC price needs its period.', ['input', 'period']);
    if (type !== ChargeType.PERIODIC && period)
      refuse('CONTRADICTORY', 'Only a PERIODIC price has a period.', ['input', 'period']);
    if (await tx.em.findOne(TariffPlan, { code }))
      refuse('DUPLICATE', 'Another tariff plan has this code.', ['input', 'code']);
    const plan = Object.assign(new TariffPlan(), {
      code,
      name,
      type,
      price: Money.of(amount, currency),
      period: period ?? null,
      validity: validityFrom(tx, input, ['input']),
      basis: basis ?? null,
      configuredBy: tx.caller.subject,
    });
    tariffPlanLifecycle.begin(tx, tx.add(plan));
    return plan;
  });
}

/** Takes a tariff plan from one state to another (PRD-82). */
export async function changeTariffPlanStatus(
  context: CallContext,
  input: TariffPlanStatusChangeInput,
): Promise<TariffPlan> {
  return context.database.write(context, async (tx) => {
    const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId']);
    await tariffPlanLifecycle.move(tx, plan, input.action, { reason: input.reason ?? null });
    return plan;
  });
}
