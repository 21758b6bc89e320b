import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { Customer, type CustomerSegment, type SegmentDimension, SegmentMembership } from '../customer/index.js';

/** A customer and the segment that it belongs to from now on; null for none of the dimension. */
export interface Placement {
  customerId: string;
  segment: CustomerSegment | null;
}

/** Customers locked in the order of their keys, so that two operations over the same ones wait instead of stopping each other. */
export function lockCustomers(tx: Transaction, ids: readonly string[]): Promise<Customer[]> {
  return tx.em.find(
    Customer,
    { id: { $in: [...ids] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
}

/** Memberships of these customers that hold now in a dimension, by customer. */
export async function openMemberships(
  tx: Transaction,
  dimension: SegmentDimension,
  ids: readonly string[],
): Promise<Map<string, SegmentMembership>> {
  const open = await tx.em.find(
    SegmentMembership,
    { dimension, customer: { id: { $in: [...ids] } }, validity: { to: null } },
    { populate: ['segment'] },
  );
  return new Map(open.map((membership) => [membership.customer.id, membership]));
}

/**
 * When one membership ends and the next begins: now, but not before the former began. Who waited for the lock had the time before, and those
 * who went ahead may have come into a segment since (CUS-15).
 */
const momentFor = ({ at }: Transaction, former?: SegmentMembership): Date =>
  former && former.validity.from > at ? former.validity.from : at;

/**
 * Puts locked customers into segments of one dimension, each in place of the one it is in; the past stays (CUS-15, CUS-56).
 * @param cause `auto` when a rule decided
 * @returns how many changed
 */
export async function place(
  tx: Transaction,
  dimension: SegmentDimension,
  customers: readonly Customer[],
  wanted: ReadonlyMap<string, CustomerSegment | null>,
  cause: { auto: boolean; reason?: string },
): Promise<number> {
  const ids = customers.map(({ id }) => id);
  const open = await openMemberships(tx, dimension, ids);
  const changed = customers.filter(({ id }) => (open.get(id)?.segment.id ?? null) !== (wanted.get(id)?.id ?? null));
  const before = new Map<string, string>();
  for (const { id } of changed) {
    const membership = open.get(id);
    if (!membership) continue;
    before.set(id, membership.segment.code);
    membership.validity = TimePeriod.since(membership.validity.from, momentFor(tx, membership));
  }
  // The old ones end before the new ones begin: a customer is in one segment of a dimension at a time.
  await tx.em.flush();
  for (const customer of changed) {
    const segment = wanted.get(customer.id) ?? null;
    if (segment)
      tx.add(
        Object.assign(new SegmentMembership(), {
          ...{ customer, segment, dimension },
          validity: TimePeriod.since(momentFor(tx, open.get(customer.id))),
        }),
      );
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.segment.changed',
      subject: customer,
      customerId: customer.id,
      regionId: customer.region.id,
      reason: cause.reason ?? null,
      data: {
        dimension: dimension.code,
        from: before.get(customer.id) ?? null,
        to: segment?.code ?? null,
        auto: cause.auto,
      },
    });
  }
  return changed.length;
}
