import { LockMode } from '@mikro-orm/postgresql';
import { requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { type ApprovalRequest, askApproval, decideApproval, onVerdict } from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  Customer,
  CustomerCancellation,
  CustomerRelationship,
  CustomerRelationshipType,
  lockOwnership,
} from '../customer/index.js';
import { CustomerMerge, CustomerMergeStatus } from './customer-merge.js';
import { DuplicateCandidate, DuplicateStatus } from './duplicate-candidate.js';
import { DuplicateParty, DuplicateRule } from './duplicate-rule.js';
import { lateRowsJob } from './late-rows.job.js';
import { mergeCustomers, splitCustomers } from './merge-customers.js';
import type {
  CustomerMergeDecideInput,
  CustomerMergeRequestInput,
  CustomerMergeUndoInput,
  DuplicateDismissInput,
  DuplicateRuleSaveInput,
} from './merge.inputs.js';

/** Makes a rule for finding doubles, or changes the one with the same code (CUS-80). */
export function saveDuplicateRule(context: CallContext, input: DuplicateRuleSaveInput): Promise<DuplicateRule> {
  return context.database.write(context, async (tx) => {
    const { code, name, basis, weight } = input;
    const known = await tx.em.findOne(DuplicateRule, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const rule = known ?? tx.add(Object.assign(new DuplicateRule(), { code }));
    const changes = applyChanges(rule, {
      name,
      basis,
      appliesTo: input.appliesTo ?? DuplicateParty.ANY,
      weight,
      active: input.active ?? true,
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'duplicate-rule.saved', subject: rule, data: { code, changes } });
    return rule;
  });
}

/** Says that two customers are two, so that rules find them no more. Refuses with INVALID_STATE when it was decided. */
export function dismissDuplicate(context: CallContext, input: DuplicateDismissInput): Promise<DuplicateCandidate> {
  return context.database.write(context, async (tx) => {
    const candidate = await tx.get(DuplicateCandidate, input.candidateId, ['input', 'candidateId']);
    if (candidate.status !== DuplicateStatus.OPEN)
      refuse('INVALID_STATE', 'It was decided already.', ['input', 'candidateId'], { state: candidate.status });
    const customer = await tx.em.findOneOrFail(Customer, { id: candidate.first.id });
    decide(tx, candidate, DuplicateStatus.DISMISSED, input.reason);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'duplicate-candidate.dismissed',
      subject: candidate,
      customerId: customer.id,
      regionId: customer.region.id,
      reason: input.reason,
      data: { score: candidate.score, matched: candidate.matched },
    });
    return candidate;
  });
}

function decide(tx: Transaction, candidate: DuplicateCandidate, status: DuplicateStatus, reason: string): void {
  Object.assign(candidate, { status, reason, decidedAt: tx.at, decidedBy: tx.caller.subject });
}

/** Both customers, locked in the order of their keys, each in its own right. */
async function lockBoth(tx: Transaction, input: CustomerMergeRequestInput): Promise<[Customer, Customer]> {
  const fields = (['survivorId', 'absorbedId'] as const).toSorted((a, b) =>
    keyOf(input[a]) < keyOf(input[b]) ? -1 : 1,
  );
  for (const field of fields) await tx.get(Customer, input[field], ['input', field]);
  const survivor = await tx.get(Customer, input.survivorId, ['input', 'survivorId']);
  const absorbed = await tx.get(Customer, input.absorbedId, ['input', 'absorbedId']);
  return [survivor, absorbed];
}

const keyOf = (id: string): string => decodeId(id)?.uuid ?? '';

/**
 * Asks for two customers to be made one; a second person decides (CUS-80). Refuses with CONTRADICTION for one and the same
 * customer, a person and an organisation, or two of whom one stands above the other; with HAS_OWNER for two with different owners
 * (CUS-45); with DUPLICATE while a merge waits.
 */
export function requestMerge(context: CallContext, input: CustomerMergeRequestInput): Promise<CustomerMerge> {
  return context.database.write(context, async (tx) => {
    const [survivor, absorbed] = await lockBoth(tx, input);
    await refuseUnlike(tx, survivor, absorbed);
    if ((await tx.em.count(CustomerMerge, { absorbed, status: CustomerMergeStatus.REQUESTED })) > 0)
      refuse('DUPLICATE', 'A merge of this customer waits for a decision.', ['input', 'absorbedId']);
    const merge = tx.add(
      Object.assign(new CustomerMerge(), {
        survivor,
        absorbed,
        status: CustomerMergeStatus.REQUESTED,
        consent: input.consent,
        reason: input.reason,
        requestedBy: tx.caller.subject,
      }),
    );
    const [first, second] = [survivor, absorbed].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const candidate = await tx.em.findOne(DuplicateCandidate, { first: first!, second: second! });
    if (candidate) decide(tx, candidate, DuplicateStatus.CONFIRMED, input.reason);
    record(tx, merge, survivor, absorbed, 'customer.merge.requested', input.reason);
    await askApproval(tx, mergeApproval(merge, survivor, absorbed));
    return merge;
  });
}

async function refuseUnlike(tx: Transaction, survivor: Customer, absorbed: Customer): Promise<void> {
  const path = ['input', 'absorbedId'];
  if (survivor.id === absorbed.id) refuse('CONTRADICTION', 'Both are one customer already.', path);
  const [{ unlike, above }] = (await tx.em.execute<[{ unlike: boolean; above: boolean }]>(
    `with recursive "up"("id", "top") as (
       select ?::uuid, ?::uuid union all select ?::uuid, ?::uuid
       union select "r"."from_id", "up"."top" from "up" join "customer_relationship" "r" on "r"."to_id" = "up"."id"
         and "r"."type" = 'OWNERSHIP' and "r"."validity_to" is null)
     select (select count(distinct "p"."kind" = 'INDIVIDUAL') > 1 from "customer" "c" join "party" "p" on "p"."id" = "c"."party_id"
       where "c"."id" in (?, ?)) "unlike", exists (select from "up" where "id" = "top") "above"`,
    [survivor.id, absorbed.id, absorbed.id, survivor.id, survivor.id, absorbed.id],
  ))!;
  if (unlike) refuse('CONTRADICTION', 'A person and an organisation are not one customer.', path);
  if (above) refuse('CONTRADICTION', 'One of them stands above the other.', path);
  await refuseTwoOwners(tx, survivor, absorbed, path);
}

/** One customer has one owner (CUS-45): where the two have different ones, somebody decides first which relation ends. */
async function refuseTwoOwners(
  tx: Transaction,
  survivor: Customer,
  absorbed: Customer,
  path: InputPath,
): Promise<void> {
  await lockOwnership(tx);
  const owned = { type: CustomerRelationshipType.OWNERSHIP, validity: { to: null } };
  const ownerOf = async ({ id }: Customer) =>
    (await tx.em.findOne(CustomerRelationship, { to: id, ...owned }))?.from.id;
  const [one, other] = [await ownerOf(survivor), await ownerOf(absorbed)];
  if (!one || !other || one === other) return;
  // Who may not see an owner does not learn its code.
  const codeOf = async (id: string) => (await tx.find(Customer, id, { lock: false }))?.code ?? null;
  refuse('HAS_OWNER', 'Both have an owner, and not the same; end one of the relations first.', path, {
    ownerOfSurvivor: await codeOf(one),
    ownerOfAbsorbed: await codeOf(other),
  });
}

/** The merge and its customers, locked; each customer in its own right, whatever it was merged into. */
async function lockMerge(tx: Transaction, mergeId: string): Promise<[CustomerMerge, Customer, Customer]> {
  const path = ['input', 'mergeId'];
  const merge = await tx.get(CustomerMerge, mergeId, path);
  const keys = [merge.survivor.id, merge.absorbed.id].toSorted();
  const found = new Map<string, Customer | null>();
  for (const key of keys) found.set(key, await tx.findExactly(Customer, key));
  const survivor = found.get(merge.survivor.id);
  const absorbed = found.get(merge.absorbed.id);
  if (!survivor || !absorbed) return refuse('NOT_FOUND', 'There is no CustomerMerge with this id.', path);
  return [merge, survivor, absorbed];
}

/**
 * Decides about a merge: approved, the two are one from now on (CUS-80). Refuses with SAME_PERSON for who asked for it, and with
 * INVALID_STATE when it was decided or one of them was merged elsewhere meanwhile.
 */
export function decideMerge(context: CallContext, input: CustomerMergeDecideInput): Promise<CustomerMerge> {
  return context.database.write(context, async (tx) => {
    const [merge, survivor, absorbed] = await lockMerge(tx, input.mergeId);
    const path = ['input', 'mergeId'];
    if (merge.status !== CustomerMergeStatus.REQUESTED)
      refuse('INVALID_STATE', 'It was decided already.', path, { state: merge.status });
    if (merge.requestedBy === tx.caller.subject)
      refuse('SAME_PERSON', 'A second person decides, not who asked for it.', path);
    if (input.approve && (survivor.mergedInto || absorbed.mergedInto))
      refuse('INVALID_STATE', 'One of them was merged into another customer meanwhile.', path);
    if (input.approve) await refuseUnlike(tx, survivor, absorbed);
    const remark = input.note ?? (input.approve ? null : 'Not approved.');
    const request = mergeApproval(merge, survivor, absorbed);
    await decideApproval(tx, { ...request, approved: input.approve, remark, path });
    return merge;
  });
}

/** Kind of approval of a merge (CUS-80). */
const CUSTOMER_MERGE = 'CUSTOMER_MERGE';

/** What is asked about a merge, in the name of who asked for it. */
const mergeApproval = (merge: CustomerMerge, survivor: Customer, absorbed: Customer): ApprovalRequest => ({
  ...{ kind: CUSTOMER_MERGE, subject: merge, title: `${absorbed.code} > ${survivor.code}`, reason: merge.reason },
  ...{ askedBy: merge.requestedBy, regionId: survivor.region.id },
  variables: { customerType: survivor.customerType },
});

onVerdict<CustomerMerge>(CUSTOMER_MERGE, {
  subject: CustomerMerge,
  admit: async (tx, merge, path) => {
    requirePermission(tx.caller, 'customerMergeDecide');
    await tx.get(CustomerMerge, tx.idOf(merge), path, { lock: false });
  },
  decided: async (tx, { subject, result, remark, decidedBy }) => {
    if (subject.status !== CustomerMergeStatus.REQUESTED) return;
    const [merge, survivor, absorbed] = await lockMerge(tx, tx.idOf(subject));
    const approved = result === 'APPROVED';
    if (approved && (survivor.mergedInto || absorbed.mergedInto))
      refuse('INVALID_STATE', 'One of them was merged into another customer meanwhile.', []);
    if (approved) await refuseUnlike(tx, survivor, absorbed);
    const status = approved ? CustomerMergeStatus.MERGED : CustomerMergeStatus.REJECTED;
    Object.assign(merge, { status, decidedAt: tx.at, decidedBy, decisionNote: remark });
    if (approved) {
      await mergeCustomers(tx, merge, survivor, absorbed);
      tx.enqueue(lateRowsJob(merge.id, tx.at));
    }
    record(tx, merge, survivor, absorbed, approved ? 'customer.merged' : 'customer.merge.rejected', remark);
  },
});

/**
 * Takes a merge back: each customer has what it had, except where something was changed after the merge (CUS-80). Refuses with
 * INVALID_STATE when it does not hold, when the survivor was itself merged into another customer later, or while it is cancelled.
 */
export function undoMerge(context: CallContext, input: CustomerMergeUndoInput): Promise<CustomerMerge> {
  return context.database.write(context, async (tx) => {
    const [merge, survivor, absorbed] = await lockMerge(tx, input.mergeId);
    const path = ['input', 'mergeId'];
    if (merge.status !== CustomerMergeStatus.MERGED)
      refuse('INVALID_STATE', 'It does not hold.', path, { state: merge.status });
    if (survivor.mergedInto)
      refuse('INVALID_STATE', 'Take the later merge of the survivor back first.', path, { state: survivor.lifecycle });
    await refuseCancelled(tx, merge, survivor, path);
    Object.assign(merge, {
      status: CustomerMergeStatus.UNDONE,
      undoneAt: tx.at,
      undoneBy: tx.caller.subject,
      undoReason: input.reason,
    });
    await splitCustomers(tx, merge, survivor, absorbed, input.reason);
    record(tx, merge, survivor, absorbed, 'customer.merge.undone', input.reason);
    return merge;
  });
}

/** A cancellation of both at once is of the survivor: only its restoration gives the accounts of both back (CUS-83, CUS-84). */
async function refuseCancelled(
  tx: Transaction,
  { decidedAt }: CustomerMerge,
  survivor: Customer,
  path: InputPath,
): Promise<void> {
  const open = { customer: survivor.id, restoredAt: null, cancelledAt: { $gte: decidedAt! } };
  if ((await tx.em.count(CustomerCancellation, open)) > 0)
    refuse('INVALID_STATE', 'The survivor was cancelled with what both had; restore it first.', path, {
      state: survivor.lifecycle,
    });
}

function record(
  tx: Transaction,
  merge: CustomerMerge,
  survivor: Customer,
  absorbed: Customer,
  type: 'customer.merge.requested' | 'customer.merged' | 'customer.merge.rejected' | 'customer.merge.undone',
  reason: string | null,
): void {
  tx.record({
    kind: 'BUSINESS_FACT',
    type,
    subject: survivor,
    customerId: survivor.id,
    regionId: survivor.region.id,
    reason,
    data: { mergeId: tx.idOf(merge), absorbedId: tx.idOf(absorbed), absorbedCode: absorbed.code },
  });
}
