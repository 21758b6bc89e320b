import type { Transaction } from '../../kernel/database/transaction.js';
import { columnName, decodeId, nounByName, nounFields } from '../../kernel/model/index.js';
import {
  Customer,
  CustomerLifecycleState,
  customerLifecycle,
  enterNetwork,
  giveDefault,
  givePreferred,
  withdrawHeldChange,
} from '../customer/index.js';
import type { CustomerMerge, StandingBefore } from './customer-merge.js';
import { COLUMNS_OF_FIELDS, endTies } from './end-ties.js';
import { MergedValue } from './merged-value.js';
import { mergeParts } from './merge-parts.js';
import { customerReferences, partyReferences } from './merge-references.js';
import { ChangeLog, moveRows, putBack } from './move-rows.js';
import { FIELDS_OF_PARTS, putBackParts } from './put-back-parts.js';
import { returnFollowers } from './return-followers.js';

/** What at most one row of a customer may be: the survivor's stays so, and the absorbed customer's is so no longer. */
const SINGLE = [
  { noun: 'Account', tag: 'ac', table: 'account', owner: 'owner_id', field: 'isDefault', column: 'is_default' },
  {
    noun: 'ContactPerson',
    tag: 'cp',
    table: 'contact_person',
    owner: 'customer_id',
    field: 'preferred',
    column: 'preferred',
  },
];

/** Fields of the two customers that a merge may change; their values are kept for a split. */
const KEPT = [
  'inNetworkPhase',
  'joinedAt',
  'leftAt',
  'vipNo',
  'serviceAddress',
  'accountManager',
  'operators',
  'characteristics',
  'lifecycle',
];

const columnOf = (field: string): string =>
  field === 'accountManager' || field === 'mergedInto' ? `${columnName(field)}_id` : columnName(field);

async function rowOf(tx: Transaction, id: string): Promise<Record<string, unknown>> {
  const [row] = await tx.em.execute<{ row: Record<string, unknown> }[]>(
    'select to_jsonb("c") "row" from "customer" "c" where "id" = ?',
    [id],
  );
  return row!.row;
}

/** Makes two locked customers one, and keeps every changed value (CUS-80). */
export async function mergeCustomers(
  tx: Transaction,
  merge: CustomerMerge,
  survivor: Customer,
  absorbed: Customer,
): Promise<void> {
  await withdrawHeldChange(tx, absorbed, merge.reason);
  await tx.em.flush();
  const before = new Map([survivor, absorbed].map((customer) => [customer.id, {} as Record<string, unknown>]));
  for (const id of before.keys()) before.set(id, await rowOf(tx, id));
  merge.lifecycleBefore = absorbed.lifecycle;
  merge.survivorBefore = standingOf(survivor);
  const log = new ChangeLog(tx, merge);
  await dropSingles(tx, log, survivor, absorbed);
  await endTies(tx, log, survivor.id, absorbed.id);
  for (const reference of customerReferences()) await moveRows(tx, log, reference, absorbed.id, survivor.id);
  await moveParty(tx, log, survivor, absorbed);
  const entered = absorbed.lifecycle === CustomerLifecycleState.IN_NETWORK;
  const { joinedAt } = absorbed;
  fillGaps(survivor, absorbed);
  absorbed.mergedInto = survivor;
  await customerLifecycle.move(tx, absorbed, 'merge', { reason: merge.reason });
  if (entered) await enterNetwork(tx, survivor, merge.reason);
  if (joinedAt && (!survivor.joinedAt || joinedAt < survivor.joinedAt)) survivor.joinedAt = joinedAt;
  survivor.version++;
  await tx.em.flush();
  for (const [id, old] of before) await logDifference(tx, log, id, old);
  for (const part of mergeParts) await part.merged(tx, merge, survivor, absorbed);
}

/** Where a customer stands in its life cycle, as it is kept. */
export const standingOf = ({ lifecycle, inNetworkPhase, joinedAt, leftAt }: Customer): StandingBefore => ({
  lifecycle,
  inNetworkPhase: inNetworkPhase ?? null,
  joinedAt: joinedAt?.toISOString() ?? null,
  leftAt: leftAt?.toISOString() ?? null,
});

/**
 * Moves rows that came to the absorbed customer just as it was merged (CUS-80): an operation that had read it before could write them
 * only when the merge had let go of it.
 */
export async function moveLateRows(
  tx: Transaction,
  merge: CustomerMerge,
  survivor: Customer,
  absorbed: Customer,
): Promise<void> {
  const log = await ChangeLog.after(tx, merge);
  await endTies(tx, log, survivor.id, absorbed.id);
  for (const reference of customerReferences()) await moveRows(tx, log, reference, absorbed.id, survivor.id);
  await moveParty(tx, log, survivor, absorbed);
  for (const part of mergeParts) await part.merged(tx, merge, survivor, absorbed);
}

/** What the survivor does not have, it takes over; what it has, stays. */
function fillGaps(survivor: Customer, absorbed: Customer): void {
  survivor.vipNo ??= absorbed.vipNo ?? null;
  survivor.serviceAddress ??= absorbed.serviceAddress ?? null;
  survivor.accountManager ??= absorbed.accountManager ?? null;
  survivor.operators = [...new Set([...survivor.operators, ...absorbed.operators])];
  survivor.characteristics = { ...absorbed.characteristics, ...survivor.characteristics };
}

async function dropSingles(tx: Transaction, log: ChangeLog, survivor: Customer, absorbed: Customer): Promise<void> {
  for (const { noun, tag, table, owner, field, column } of SINGLE) {
    const rows = await tx.em.execute<{ id: string }[]>(
      `update "${table}" set "${column}" = false, "updated_at" = ? where "${owner}" = ? and "${column}"
         and exists (select from "${table}" "o" where "o"."${owner}" = ? and "o"."${column}") returning "id"`,
      [tx.at, absorbed.id, survivor.id],
    );
    for (const { id } of rows) log.add(noun, tag, id, field, true, false);
  }
}

/** Where they are two parties, what reaches and identifies the one moves too, unless another customer is that party. */
async function moveParty(tx: Transaction, log: ChangeLog, survivor: Customer, absorbed: Customer): Promise<void> {
  const [from, to] = [absorbed.party.id, survivor.party.id];
  if (from === to) return;
  const others = await tx.em.count(Customer, { party: absorbed.party, id: { $ne: absorbed.id }, mergedInto: null });
  if (others > 0) return;
  for (const reference of partyReferences()) await moveRows(tx, log, reference, from, to);
}

async function logDifference(
  tx: Transaction,
  log: ChangeLog,
  id: string,
  before: Record<string, unknown>,
): Promise<void> {
  const after = await rowOf(tx, id);
  for (const field of KEPT) {
    const column = columnOf(field);
    if (JSON.stringify(before[column]) !== JSON.stringify(after[column]))
      log.add('Customer', 'cu', id, field, before[column], after[column]);
  }
}

const splits = {
  [CustomerLifecycleState.POTENTIAL]: 'splitPotential',
  [CustomerLifecycleState.IN_NETWORK]: 'splitInNetwork',
  [CustomerLifecycleState.LEFT]: 'splitLeft',
} as const;

/** Gives each of two locked customers back what the merge changed, the last change first (CUS-80). */
export async function splitCustomers(
  tx: Transaction,
  merge: CustomerMerge,
  survivor: Customer,
  absorbed: Customer,
  reason: string,
): Promise<void> {
  absorbed.mergedInto = null;
  await customerLifecycle.move(tx, absorbed, splits[merge.lifecycleBefore as keyof typeof splits], { reason });
  survivor.version++;
  await tx.em.flush();
  const changes = await tx.em.find(MergedValue, { merge }, { orderBy: { position: 'desc' } });
  const absorbedLifecycle = await rowOf(tx, absorbed.id);
  for (const change of changes) {
    const { uuid } = decodeId(change.objectId)!;
    const noun = nounByName(change.noun)!;
    if (change.noun === 'Customer' && FIELDS_OF_PARTS.has(change.field)) {
      const parts = columnOf(change.field);
      const now = (await rowOf(tx, uuid))[parts];
      const { before, after } = change;
      change.restored = await putBackParts(tx, parts, uuid, { now, before, after });
      continue;
    }
    const column =
      COLUMNS_OF_FIELDS.get(`${change.noun}.${change.field}`) ??
      (nounFields(noun).get(change.field)!.kind === 'one'
        ? `${columnName(change.field)}_id`
        : columnName(change.field));
    // The life cycle of the absorbed customer was put back by its own step, which set the columns that go with it.
    const after = uuid === absorbed.id && change.noun === 'Customer' ? absorbedLifecycle[column] : change.after;
    change.restored = await putBack(tx, { table: noun.table, column }, uuid, change.before, after);
  }
  await tx.em.flush();
  await returnFollowers(tx, merge, survivor.id, absorbed.id);
  for (const customer of [survivor, absorbed]) await tx.em.refresh(customer);
  for (const part of mergeParts) await part.split(tx, merge, survivor, absorbed);
  // What was the default or the preferred one while the two were one may have gone with the other.
  for (const customer of [survivor, absorbed]) {
    await giveDefault(tx, customer);
    await givePreferred(tx, customer);
  }
  await tx.em.flush();
  for (const customer of [survivor, absorbed]) await tx.em.refresh(customer);
}
