import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  type ApprovalRequest,
  type Approved,
  type Change,
  changeOrHold,
  holdChange,
  keepAsking,
  onConfigurationVerdicts,
  type Saved,
  withdrawApproval,
} from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { CATALOGUE_APPROVE } from '../catalogue/index.js';
import { Region } from '../region/index.js';
import type { DiscountPolicyRemoveInput, DiscountPolicySaveInput } from './discount-policy.input.js';
import { discountPolicyLifecycle } from './discount-policy.lifecycle.js';
import { DiscountPolicy, DiscountPolicyStatus } from './discount-policy.js';

const POLICY = ['input', 'policyId'];

/** A region whose policies the caller may write: one of their own. */
async function ownRegion(tx: Transaction, region: Region, path: InputPath): Promise<void> {
  const { kind, regionIds } = tx.caller;
  if (kind === 'STAFF' && !regionIds.includes(region.id))
    refuse('OUTSIDE_SCOPE', 'Policies of this region are written elsewhere.', path);
  refuseMisuse(tx.caller, { regionId: region.id }, path);
}

/**
 * Writes a policy of discounts, or changes one; every change stands in its history (PRD-108). It holds when somebody else has approved it,
 * and from then on every change waits for that too (WFL-28).
 */
export function saveDiscountPolicy(
  context: CallContext,
  input: DiscountPolicySaveInput,
): Promise<Saved<DiscountPolicy>> {
  return changeOrHold(
    context,
    (tx) => save(tx, input, null),
    (tx, changes) => hold(tx, { operation: 'save', input }, changes),
  );
}

async function save(
  tx: Transaction,
  input: DiscountPolicySaveInput,
  approved: Approved | null,
): Promise<Change<DiscountPolicy>> {
  const region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
  const present = input.policyId ? await tx.get(DiscountPolicy, input.policyId, POLICY) : null;
  if (!approved) await ownRegion(tx, region, ['input', 'regionId']);
  if (present && !approved) await ownRegion(tx, present.region, POLICY);
  const { code, name, purpose, method, target } = input;
  if (present && present.code !== code) refuse('CONTRADICTORY', 'The code never changes.', ['input', 'code']);
  if (!present && (await tx.em.findOne(DiscountPolicy, { code })))
    refuse('DUPLICATE', 'Another policy has this code.', ['input', 'code']);
  const from = input.validFrom ? new Date(input.validFrom) : (present?.validity.from ?? tx.at);
  const to = input.validTo ? new Date(input.validTo) : null;
  if (to && to <= from) refuse('CONTRADICTORY', 'The period must end after it begins.', ['input', 'validTo']);
  const policy = present ?? Object.assign(new DiscountPolicy(), { code, status: DiscountPolicyStatus.DRAFT, region });
  const values = { name, purpose, method, target, region, effect: input.effect ?? null };
  const changes = applyChanges(policy, { ...values, validity: TimePeriod.since(from, to) });
  const sold = policy.status === DiscountPolicyStatus.IN_FORCE;
  if (present && changes.length === 0) return { item: policy, changes, sold };
  policy.configuredBy = approved?.proposedBy ?? tx.caller.subject;
  const subject = { subject: policy, regionId: region.id };
  if (!present) discountPolicyLifecycle.begin(tx, tx.add(policy));
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'discountPolicy.changed',
    ...subject,
    data: { changes, ...approved },
  });
  if (!sold) {
    await tx.em.flush();
    await keepAsking(tx, policyApproval(policy));
  }
  return { item: policy, changes, sold };
}

/** Takes a policy away, a draft at once, one in force when somebody else approves that; what it said stays in the history. */
export function removeDiscountPolicy(
  context: CallContext,
  input: DiscountPolicyRemoveInput,
): Promise<Saved<DiscountPolicy>> {
  return changeOrHold(
    context,
    (tx) => remove(tx, input, null),
    (tx, changes) => hold(tx, { operation: 'remove', input }, changes),
  );
}

async function remove(
  tx: Transaction,
  input: DiscountPolicyRemoveInput,
  approved: Approved | null,
): Promise<Change<DiscountPolicy>> {
  const policy = await tx.get(DiscountPolicy, input.policyId, POLICY);
  await tx.em.populate(policy, ['region']);
  if (!approved) await ownRegion(tx, policy.region, POLICY);
  const { code, region, reason, status } = { ...policy, ...input };
  const data = { code, region: region.code, ...approved };
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'discountPolicy.removed',
    subject: policy,
    regionId: region.id,
    reason,
    data,
  });
  const sold = status === DiscountPolicyStatus.IN_FORCE;
  if (!sold) await withdrawApproval(tx, DISCOUNT_POLICY, policy, reason);
  tx.em.remove(policy);
  return { item: policy, changes: [{ field: 'removed', old: false, new: true }], sold };
}

/** Kind of approval of a policy; that of a change of one that holds follows from it (WFL-28, PRD-108). */
const DISCOUNT_POLICY = 'DISCOUNT_POLICY';

/** What is asked about a policy, in the name of who wrote it. */
const policyApproval = (policy: DiscountPolicy): ApprovalRequest => ({
  ...{ kind: DISCOUNT_POLICY, subject: policy, title: `${policy.code} ${policy.name}`, askedBy: policy.configuredBy },
  regionId: policy.region.id,
});

/** Whoever may approve, where the policy holds; a process of the operator's own says itself who does. */
export async function admitPolicyApprover(tx: Transaction, { region }: DiscountPolicy, path: InputPath): Promise<void> {
  requirePermission(tx.caller, CATALOGUE_APPROVE);
  refuseMisuse(actingUnder(tx.caller, CATALOGUE_APPROVE), { regionId: region.id }, path);
}

/** A change of a policy, as it is asked for and held. */
type PolicyChange =
  { operation: 'save'; input: DiscountPolicySaveInput } | { operation: 'remove'; input: DiscountPolicyRemoveInput };

async function hold(tx: Transaction, what: PolicyChange, changes: Change<DiscountPolicy>['changes']) {
  const policy = await tx.get(DiscountPolicy, what.input.policyId!, POLICY);
  const reason = what.operation === 'remove' ? what.input.reason : null;
  await holdChange(tx, { ...policyApproval(policy), reason }, { what, changes, path: POLICY });
  return policy;
}

onConfigurationVerdicts<DiscountPolicy, PolicyChange>(DISCOUNT_POLICY, {
  ...{ subject: DiscountPolicy, admit: admitPolicyApprover },
  approve: (tx, policy, by) => discountPolicyLifecycle.move(tx, policy, 'approve', by),
  make: (tx, what, approved) =>
    what.operation === 'save' ? save(tx, what.input, approved) : remove(tx, what.input, approved),
});
