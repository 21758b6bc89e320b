import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { Region } from '../region/index.js';
import type { DiscountPolicyRemoveInput, DiscountPolicySaveInput } from './discount-policy.input.js';
import { DiscountPolicy } from './discount-policy.js';

/** A region whose policies the caller may write: one of their own. */
async function ownRegion(tx: Transaction, region: Region, path: InputPath): Promise<void> {
  const { kind, regionIds } = tx.caller;
  if (kind === 'STAFF' && !regionIds.includes(region.id))
    refuse('OUTSIDE_SCOPE', 'Policies of this region are written elsewhere.', path);
  refuseMisuse(tx.caller, { regionId: region.id }, path);
}

/** Writes a policy of discounts, or changes one; every change stands in its history (PRD-108). */
export async function saveDiscountPolicy(
  context: CallContext,
  input: DiscountPolicySaveInput,
): Promise<DiscountPolicy> {
  return context.database.write(context, async (tx) => {
    const region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
    await ownRegion(tx, region, ['input', 'regionId']);
    const present = input.policyId ? await tx.get(DiscountPolicy, input.policyId, ['input', 'policyId']) : null;
    if (present) await ownRegion(tx, present.region, ['input', 'policyId']);
    const { code, name, purpose, method, target } = input;
    if (present && present.code !== code) refuse('CONTRADICTORY', 'The code never changes.', ['input', 'code']);
    if (!present && (await tx.em.findOne(DiscountPolicy, { code })))
      refuse('DUPLICATE', 'Another policy has this code.', ['input', 'code']);
    const from = input.validFrom ? new Date(input.validFrom) : (present?.validity.from ?? tx.at);
    const to = input.validTo ? new Date(input.validTo) : null;
    if (to && to <= from) refuse('CONTRADICTORY', 'The period must end after it begins.', ['input', 'validTo']);
    const policy = tx.add(present ?? Object.assign(new DiscountPolicy(), { code }));
    const values = { name, purpose, method, target, region, effect: input.effect ?? null };
    const changes = applyChanges(policy, { ...values, validity: TimePeriod.since(from, to) });
    policy.configuredBy = tx.caller.subject;
    if (changes.length > 0) {
      const subject = { subject: policy, regionId: region.id };
      tx.record({ kind: 'RECORD_CHANGE', type: 'discountPolicy.changed', ...subject, data: { changes } });
    }
    return policy;
  });
}

/** Takes a policy away; what it said stays in the history. */
export async function removeDiscountPolicy(
  context: CallContext,
  input: DiscountPolicyRemoveInput,
): Promise<DiscountPolicy> {
  return context.database.write(context, async (tx) => {
    const policy = await tx.get(DiscountPolicy, input.policyId, ['input', 'policyId']);
    await tx.em.populate(policy, ['region']);
    await ownRegion(tx, policy.region, ['input', 'policyId']);
    const { code, region, reason } = { ...policy, ...input };
    const data = { code, region: region.code };
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'discountPolicy.removed',
      subject: policy,
      regionId: region.id,
      reason,
      data,
    });
    tx.em.remove(policy);
    return policy;
  });
}
