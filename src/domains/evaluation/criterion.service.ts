import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { admitPolicyApprover, DiscountPolicy, DiscountPolicyStatus } from '../pricing/index.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { evaluationVariables } from './evaluation-facts.js';
import { AbnormalKind, CriterionPurpose } from './finding-enums.js';
import type { EvaluationCriterionSaveInput } from './finding.inputs.js';

/**
 * Makes a criterion, or changes the one with the same code; it takes effect when customers are looked at next (CUS-65..67, CUS-76). One by
 * which a policy of discounts that is in force finds its customers changes what they pay: somebody else approves that first (WFL-28).
 */
export function saveCriterion(
  context: CallContext,
  input: EvaluationCriterionSaveInput,
): Promise<Saved<EvaluationCriterion>> {
  refuseBadRule(input.condition, evaluationVariables, ['input', 'condition']);
  return saved(context, { input });
}

/** The policy that an input names, and the criterion with its code with the policy that it has; the policies are locked in the order of their keys. */
async function policiesOf(tx: Transaction, { code, policyId }: EvaluationCriterionSaveInput) {
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const seen = await tx.em.findOne(EvaluationCriterion, { code });
  const path = ['input', 'policyId'];
  const named = policyId ? await tx.get(DiscountPolicy, policyId, path, { lock: false }) : null;
  const ids = [named?.id, seen?.policy?.id].flatMap((id) => id ?? []).sort();
  for (const id of new Set(ids)) await tx.em.findOneOrFail(DiscountPolicy, { id }, how);
  const known = await tx.em.findOne(EvaluationCriterion, { code }, how);
  // Somebody has given it another policy meanwhile, which counts as well; two that block each other here are run again.
  const now = known?.policy?.id;
  if (now && !ids.includes(now)) await tx.em.findOneOrFail(DiscountPolicy, { id: now }, how);
  return { policy: named, known };
}

async function save(
  tx: Transaction,
  { input }: { input: EvaluationCriterionSaveInput },
  approved: Approved | null,
): Promise<Change<EvaluationCriterion>> {
  const { code, name, purpose, condition, kind = null } = input;
  if ((purpose === CriterionPurpose.ABNORMAL) !== Boolean(kind))
    refuse(kind ? 'CONTRADICTION' : 'REQUIRED', 'ABNORMAL, and only that, names a kind.', ['input', 'kind']);
  if ((purpose === CriterionPurpose.DISCOUNT) !== Boolean(input.policyId))
    refuse(input.policyId ? 'CONTRADICTION' : 'REQUIRED', 'DISCOUNT, and only that, names a policy.', [
      ...['input', 'policyId'],
    ]);
  const { policy, known } = await policiesOf(tx, input);
  const sold = [policy, known?.policy].some((each) => each?.status === DiscountPolicyStatus.IN_FORCE);
  const criterion = known ?? tx.add(Object.assign(new EvaluationCriterion(), { code }));
  const active = input.active ?? true;
  const changes = applyChanges(criterion, { name, purpose, kind, policy, condition, active });
  const data = { code, changes, ...approved };
  tx.record({ kind: 'RECORD_CHANGE', type: 'evaluation-criterion.saved', subject: criterion, data });
  return { item: criterion, changes, sold };
}

/** Kind of approval of what decides for whom a policy of discounts is (WFL-28, CUS-65). */
const DISCOUNT_CRITERION = 'DISCOUNT_CRITERION';

const saved = approvableChange(DISCOUNT_CRITERION, {
  ...{ subject: DiscountPolicy, admit: admitPolicyApprover, make: save },
  ask: async (tx, { input }) => {
    const { policy, known } = await policiesOf(tx, input);
    const subject = policy ?? known!.policy!;
    const title = `${subject.code} ${input.name}`;
    return { request: { subject, title, regionId: subject.region.id, path: ['input', 'code'] }, item: known };
  },
});

/** Writes the criteria as delivered; those that exist stay as the operator changed them. */
export async function ensureCriteria(context: CallContext): Promise<void> {
  const abnormal = (kind: AbnormalKind, name: string, condition: string) => ({
    ...{ code: kind as string, name, purpose: CriterionPurpose.ABNORMAL, kind, policy: null, condition, active: true },
  });
  const rows = [
    abnormal(AbnormalKind.BLACK_LIST, '信用极差', 'credit.score < limit.blackScore'),
    abnormal(AbnormalKind.ARREARS, '欠费达到限额', 'arrears >= limit.arrears'),
    abnormal(AbnormalKind.HIGH_SPEND, '消费超高', 'spend > limit.highSpend'),
    abnormal(AbnormalKind.LOW_SPEND, '消费超低', 'consumptions > 0 and spend < limit.lowSpend'),
    abnormal(
      AbnormalKind.CHANGED_CALLING,
      '通话行为突变',
      'spendBefore > 0 and consumptions > 0 and abs(spend - spendBefore) / spendBefore * 100 >= limit.changePercent',
    ),
    {
      ...{ code: 'POTENTIAL_BIG', name: '消费接近大客户', purpose: CriterionPurpose.POTENTIAL_BIG, kind: null },
      ...{ policy: null, condition: 'customer.type != "BIG" and spend >= limit.bigFrom', active: true },
    },
  ];
  await context.database.write(context, async (tx) => void (await ensureRows(tx, EvaluationCriterion, rows)));
}
