import { visibleKey, visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import type { LiveValue } from '../../kernel/events/index.js';
import { Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { regionsInside } from '../region/index.js';
import { limitOfWork } from '../workflow/index.js';
import { ServiceOrder } from './service-order.js';
import { FulfilmentSupervision, type SupervisionFilter } from './supervision.js';

/** Limits pass without any event: how often a watched board is looked at, in milliseconds. */
const CLOCK_MS = 5_000;

const COUNTS = `count(*)::int as "total",
  count(*) filter (where "isOpen")::int as "open",
  count(*) filter (where "status" = 'RETURNED')::int as "returned",
  count(*) filter (where "isOpen" and "held_at" is not null)::int as "held",
  count(*) filter (where "isOpen" and "limit" <= coalesce("held_at", "now"))::int as "overdue",
  count(*) filter (where "status" = 'COMPLETED')::int as "completed",
  count(*) filter (where "status" = 'COMPLETED' and "completed_at" > "limit")::int as "completedLate",
  count(*) filter (where "attempt" > 1)::int as "sentAgain",
  round((avg(extract(epoch from "completed_at" - "created_at")) filter (where "status" = 'COMPLETED') / 60)::numeric, 1)::float as "averageMinutes"`;

const list = (select: string) => `coalesce((select json_agg("x") from (${select}) "x"), '[]'::json)`;

/** How the fulfilment of orders of group customers goes (WFL-73). */
export async function readSupervision(
  context: CallContext,
  filter: SupervisionFilter,
  { regionIds, customerId, productId }: SupervisedPart,
): Promise<FulfilmentSupervision> {
  const { caller, database } = context;
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [`"o"."supervised"`, visibleRows(ServiceOrder, caller, '"s"', bind)];
  if (regionIds) conditions.push(`"o"."region_id" = any(${bind(regionIds)}::uuid[])`);
  if (customerId) conditions.push(`"o"."customer_id" = ${bind(customerId)}::uuid`);
  if (productId) conditions.push(`"s"."product_id" = ${bind(productId)}::uuid`);
  if (filter.from) conditions.push(`"s"."created_at" >= ${bind(filter.from)}::timestamptz`);
  if (filter.to) conditions.push(`"s"."created_at" < ${bind(filter.to)}::timestamptz`);
  const text = `
    with "all" as materialized (
      select "s"."id", "s"."status", "s"."held_at", "s"."attempt", "s"."created_at", "s"."completed_at", "s"."return_cause", "p"."code", "p"."name",
        "s"."status" not in ('COMPLETED', 'CANCELLED') as "isOpen", ${bind(database.clock())}::timestamptz as "now", ${limitOfWork('"o"."process_instance_id"', '"s"."id"')} as "limit"
      from "service_order" "s" join "customer_order" "o" on "o"."id" = "s"."order_id"
      join "product" "p" on "p"."id" = "s"."product_id" where ${conditions.join(' and ')}
    )
    select ${COUNTS},
      ${list(`select "status", count(*)::int as "count" from "all" group by 1 order by 1`)} as "byState",
      ${list(`select "return_cause" as "cause", count(*)::int as "count" from "all" where "status" = 'RETURNED' group by 1 order by 1`)} as "exceptions",
      ${list(`select "code", "name", ${COUNTS} from "all" group by "code", "name" order by "open" desc, "code" limit 100`)} as "byProduct",
      ${list(`select "i"."kind", count(*) filter (where "i"."status" = 'REQUESTED')::int as "requested",
        count(*) filter (where "i"."status" = 'ACCEPTED')::int as "accepted", count(*) filter (where "i"."status" = 'DONE')::int as "done",
        count(*) filter (where "i"."status" = 'REFUSED')::int as "refused"
        from "all" join "service_order_intervention" "i" on "i"."service_order_id" = "all"."id" group by 1 order by 1`)} as "interventions"
    from "all"`;
  const { rows } = await database.pool.query<FulfilmentSupervision>(text, values);
  return rows[0]!;
}

/** The keys of what a filter names; null where it names nothing. */
export interface SupervisedPart {
  regionIds: readonly string[] | null;
  customerId: string | null;
  productId: string | null;
}

/** What a filter names. @throws NOT_FOUND for what the caller may not see, BAD_USER_INPUT for a period that ends before it begins */
export async function partOf(context: CallContext, filter: SupervisionFilter): Promise<SupervisedPart> {
  const { from = null, to = null, regionId, customerId, productId } = filter;
  if (from && to && Date.parse(to) <= Date.parse(from))
    throw codedError('BAD_USER_INPUT', 'The period must end after it begins.', { path: ['filter', 'to'] });
  return {
    regionIds: regionId ? await regionsInside(context, regionId, 'filter.regionId') : null,
    customerId: customerId ? await visibleKey(context, Customer, customerId, ['filter', 'customerId']) : null,
    productId: productId ? await visibleKey(context, Product, productId, ['filter', 'productId']) : null,
  };
}

/** The same now, and whenever it changes. */
export async function watchSupervision(
  context: CallContext,
  filter: SupervisionFilter,
): Promise<LiveValue<FulfilmentSupervision>> {
  const part = await partOf(context, filter);
  const { regionIds } = part;
  return context.feed.live({
    match: {
      types: ['serviceOrder.status.changed', 'serviceOrderIntervention.status.changed'],
      ...(regionIds ? { regionIds } : {}),
    },
    everyMs: CLOCK_MS,
    read: () => readSupervision(context, filter, part),
  });
}

/** The board of what was counted. */
export const supervisionFrom = (found: FulfilmentSupervision): FulfilmentSupervision =>
  Object.assign(new FulfilmentSupervision(), found);
