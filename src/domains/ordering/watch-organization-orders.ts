import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { ExternalOrganization, InternalOrganization } from '../party/index.js';
import { ORDER_CHANGES } from './watch-orders.js';

/**
 * Changes of state of an organisation's orders, each once and in order: of a unit of the operator, those handled in the regions that
 * it serves; of an external organisation, those of all customers that it is now.
 * @throws NOT_FOUND when there is no such organisation for the caller; CURSOR_INVALID and CURSOR_EXPIRED as `EventFeed.watch` does.
 */
export async function watchOrganizationOrders(
  context: CallContext,
  organizationId: string,
  after: string | null,
): Promise<AsyncIterableIterator<HistoryEvent>> {
  const key = decodeId(organizationId)?.uuid ?? '';
  const organization = key && (await context.database.write(context, (tx) => find(tx, key)));
  if (!organization)
    throw codedError('NOT_FOUND', 'There is no organisation with this id.', { path: ['organizationId'] });
  const { caller, feed } = context;
  if (organization instanceof InternalOrganization) {
    const regionIds = await servedRegions(context, key);
    return feed.watch({ caller, after, match: { types: ORDER_CHANGES, regionIds } });
  }
  const customers = await customersOf(context, key);
  return feed.watch({
    caller,
    after,
    match: { types: ORDER_CHANGES },
    choose: ({ customerId }) => customerId !== null && customers.has(customerId),
  });
}

type Transaction = Parameters<Parameters<CallContext['database']['write']>[1]>[0];

async function find(
  tx: Transaction,
  key: string,
): Promise<InternalOrganization | ExternalOrganization | null | undefined> {
  return (
    (await tx.find(InternalOrganization, key, { lock: false })) ??
    (await tx.find(ExternalOrganization, key, { lock: false }))
  );
}

async function servedRegions({ database }: CallContext, key: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'regions_served',
    text: `select distinct inside."id" from "organization_region" served join "region" scope on scope."id" = served."region_id"
           join "region" inside on starts_with(inside."path", scope."path") where served."organization_id" = $1`,
    values: [key],
  });
  return rows.map((row) => row.id);
}

async function customersOf({ database }: CallContext, key: string): Promise<ReadonlySet<string>> {
  const rows = await database.orm.em.fork().find(Customer, { party: key } as never, { fields: ['id'] as never });
  return new Set(rows.map((row) => row.id));
}
