import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { v7 } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerSyncDelivery, laneOf } from './customer-sync-delivery.js';
import type { CustomerSyncLoad } from './customer-sync-load.js';
import type { CustomerSyncTarget } from './customer-sync-target.js';
import { deliverJob } from './sync-jobs.js';
import { attemptLimit } from './sync-parameters.js';
import { SyncStatus } from './sync-enums.js';

const NUMBERS = `
  select "c"."id", "c"."code", coalesce((select max("d"."sequence") from "customer_sync_delivery" "d"
    where "d"."target_id" = ? and "d"."customer_id" = "c"."id"), 0)::int "last"
  from "customer" "c" where "c"."id" = any(?::uuid[]) order by "c"."id"`;

/**
 * Adds deliveries of customers to a system, each with the next sequence of its customer. What has not been sent yet takes further
 * events on instead: it will carry the data as they are then. The target must be locked, so that nobody else gives sequences.
 * @param wanted types of the events by key of the customer
 * @param load the full load that they belong to; null when it is about changes
 * @returns the deliveries that carry the data
 */
export async function addDeliveries(
  tx: Transaction,
  target: CustomerSyncTarget,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  load: CustomerSyncLoad | null = null,
): Promise<CustomerSyncDelivery[]> {
  if (wanted.size === 0) return [];
  const ids = [...wanted.keys()];
  // Locked in the order of customers: who prepares one for sending holds it until what it sends is fixed.
  const open = await tx.em.find(
    CustomerSyncDelivery,
    { target: target.id, customer: { id: { $in: ids } }, status: SyncStatus.PENDING, content: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { customer: { id: 'asc' } } },
  );
  const waiting = new Map(open.map((delivery) => [delivery.customer.id, delivery]));
  const limit = await attemptLimit.read(tx);
  const found = await tx.em.execute<{ id: string; code: string; last: number }[]>(NUMBERS, [
    target.id,
    `{${ids.join(',')}}`,
  ]);
  const deliveries = found.map(({ id, code, last }) => {
    const present = waiting.get(id);
    const types = [...new Set([...(present?.eventTypes ?? []), ...wanted.get(id)!])];
    if (present) return Object.assign(present, { eventTypes: types, load: load ?? present.load });
    return tx.add(
      Object.assign(new CustomerSyncDelivery(), {
        ...{
          id: v7(),
          target,
          customer: tx.em.getReference(Customer, id),
          sequence: last + 1,
          deliveryKey: `${target.system}:${code}:${last + 1}`,
        },
        ...{
          eventTypes: types,
          status: SyncStatus.PENDING,
          attemptCount: 0,
          attemptLimit: limit,
          nextAttemptAt: tx.at,
        },
        ...{ endedAt: null, externalRef: null, lastError: null, content: null, lane: laneOf(id), load },
      }),
    );
  });
  for (const lane of new Set(deliveries.map((delivery) => delivery.lane))) tx.enqueue(deliverJob(target.id, lane));
  return deliveries;
}
