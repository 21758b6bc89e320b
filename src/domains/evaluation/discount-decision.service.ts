import type { CallContext } from '../../kernel/database/context.js';
import { encodeId, Money, TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { holdsForKnown } from '../../kernel/rules/index.js';
import { Customer } from '../customer/index.js';
import { DiscountPolicyStatus } from '../pricing/index.js';
import { Region } from '../region/index.js';
import { DiscountDecision } from './discount-decision.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { readEvaluationFacts } from './evaluation-facts.js';
import { CriterionPurpose } from './finding-enums.js';
import type { DiscountDecideInput } from './finding.inputs.js';

/** Decides anew which policies of discounts are for a customer, by installed lines, credit and charges; the past stays (CUS-65). */
export function decideDiscounts(context: CallContext, input: DiscountDecideInput): Promise<DiscountDecision[]> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const region = await tx.em.findOneOrFail(Region, { id: customer.region.id });
    const [facts] = await readEvaluationFacts(context.database, [customer.id], tx.at);
    const criteria = await tx.em.find(
      EvaluationCriterion,
      { active: true, purpose: CriterionPurpose.DISCOUNT },
      { populate: ['policy.region'], orderBy: { code: 'asc' } },
    );
    const held = new Map<string, EvaluationCriterion>();
    for (const criterion of criteria) {
      const { status, validity, region: around, id } = criterion.policy!;
      const holds = validity.from <= tx.at && (!validity.to || validity.to > tx.at);
      if (status !== DiscountPolicyStatus.IN_FORCE || !holds) continue;
      if (!region.path.startsWith(around.path) || held.has(id)) continue;
      if (holdsForKnown(criterion.condition, facts!.variables)) held.set(id, criterion);
    }
    const open = await tx.em.find(DiscountDecision, { customer: customer.id, validity: { to: null } });
    const ended = open.filter(({ policy }) => !held.has(policy.id));
    for (const decision of ended) decision.validity = TimePeriod.since(decision.validity.from, tx.at);
    const kept = open.filter(({ policy }) => held.has(policy.id));
    const fresh = [...held].filter(([id]) => !kept.some(({ policy }) => policy.id === id));
    const added: DiscountDecision[] = [];
    for (const [, { policy, name }] of fresh)
      added.push(
        tx.add(
          Object.assign(new DiscountDecision(), {
            decisionNo: formatNumber('DD', await takeNumber(tx, 'discount-decision')),
            ...{ customer, policy, criterion: name, lines: facts!.lines, creditScore: facts!.score },
            totalCharges: Money.of(facts!.totalCharges, facts!.currency),
            validity: TimePeriod.since(tx.at),
          }),
        ),
      );
    for (const decision of [...ended, ...added])
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'discount.decided',
        subject: decision,
        regionId: region.id,
        data: {
          customerId: tx.idOf(customer),
          policyId: encodeId('dp', decision.policy.id),
          granted: added.includes(decision),
        },
      });
    return [...kept, ...added];
  });
}
