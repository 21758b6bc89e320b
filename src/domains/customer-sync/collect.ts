import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { EventHistory, type HistoryEvent } from '../../kernel/events/index.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { addDeliveries } from './new-deliveries.js';
import { COLLECT } from './sync-jobs.js';

/** Types of the events after which the data of a customer, as some system outside keeps them, may be others. */
export const syncedTypes = [
  ...['customer.created', 'customer.imported', 'customer.changed', 'customer.status.changed', 'customer.level.changed'],
  ...['customer.medium.added', 'customer.medium.changed', 'customer.medium.removed'],
  ...['customer.identification.added', 'customer.identification.renewed', 'customer.identification.corrected'],
  ...['customer.identification.ended', 'customer.code.added', 'customer.code.ended'],
  ...['customer.cancelled', 'customer.restored', 'customer.merged', 'customer.merge.undone'],
  ...['account.opened', 'account.changed', 'account.status.changed'],
  ...['productInstance.status.changed', 'productInstance.changed', 'productInstance.transferred'],
] as const;

/**
 * Takes changes of customers into deliveries (CUS-58). The place of a target moves in the transaction that writes its deliveries:
 * whatever happens, no change is left out and none is taken twice.
 */
export async function collectChanges(context: CallContext): Promise<void> {
  for (let targets = await targetsBehind(context); targets.length > 0; targets = await targetsBehind(context))
    for (const id of targets) await collectFor(context, id);
}

/** The job that gathers; it is asked for when something happened, and now and then by a schedule. */
export const collectJob = defineJob(COLLECT, (_payload, context) => collectChanges(context));

async function targetsBehind({ database }: CallContext): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'customer_sync_behind',
    text: `select "id" from "customer_sync_target" where "active" and "position" < (select max("position") from "event_counter") order by "id"`,
  });
  return rows.map(({ id }) => id);
}

/** One page of events for one system. */
async function collectFor(context: CallContext, targetId: string): Promise<void> {
  const { database } = context;
  await database.write(context, async (tx) => {
    const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const target = await tx.em.findOneOrFail(CustomerSyncTarget, { id: targetId }, options);
    if (!target.active) return;
    const { rows } = await database.pool.query<{ position: string }>(
      'select max("position") as "position" from "event_counter"',
    );
    const interest = { caller: context.caller, match: { types: syncedTypes } };
    const page = await new EventHistory(database.pool).page(
      interest,
      Number(target.position),
      Number(rows[0]!.position),
    );
    const wanted = new Map<string, Set<string>>();
    for (const event of page.events)
      for (const id of customersOf(event)) wanted.set(id, (wanted.get(id) ?? new Set<string>()).add(event.type));
    await addDeliveries(tx, target, wanted);
    target.position = BigInt(page.end);
  });
}

/** Keys of the customers that an event is about: for a transfer or a merge, both. */
function customersOf({ customerId, data }: HistoryEvent): string[] {
  const named = [data['fromCustomerId'], data['toCustomerId'], data['absorbedId']].map((id) =>
    typeof id === 'string' ? decodeId(id)?.uuid : undefined,
  );
  return [...new Set([customerId, ...named])].filter((id): id is string => Boolean(id));
}
