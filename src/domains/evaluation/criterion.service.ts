import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { DiscountPolicy } from '../pricing/index.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { evaluationVariables } from './evaluation-facts.js';
import { AbnormalKind, CriterionPurpose } from './finding-enums.js';
import type { EvaluationCriterionSaveInput } from './finding.inputs.js';

/** Makes a criterion, or changes the one with the same code; it takes effect when customers are looked at next (CUS-65..67, CUS-76). */
export function saveCriterion(context: CallContext, input: EvaluationCriterionSaveInput): Promise<EvaluationCriterion> {
  refuseBadRule(input.condition, evaluationVariables, ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    const { code, name, purpose, condition, kind = null } = input;
    if ((purpose === CriterionPurpose.ABNORMAL) !== Boolean(kind))
      refuse(kind ? 'CONTRADICTION' : 'REQUIRED', 'ABNORMAL, and only that, names a kind.', ['input', 'kind']);
    if ((purpose === CriterionPurpose.DISCOUNT) !== Boolean(input.policyId))
      refuse(input.policyId ? 'CONTRADICTION' : 'REQUIRED', 'DISCOUNT, and only that, names a policy.', [
        'input',
        'policyId',
      ]);
    const path = ['input', 'policyId'];
    const policy = input.policyId ? await tx.get(DiscountPolicy, input.policyId, path, { lock: false }) : null;
    const known = await tx.em.findOne(EvaluationCriterion, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const criterion = known ?? tx.add(Object.assign(new EvaluationCriterion(), { code }));
    const active = input.active ?? true;
    const changes = applyChanges(criterion, { name, purpose, kind, policy, condition, active });
    const type = 'evaluation-criterion.saved';
    tx.record({ kind: 'RECORD_CHANGE', type, subject: criterion, data: { code, changes } });
    return criterion;
  });
}

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
