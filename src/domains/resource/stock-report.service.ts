import type { CallContext } from '../../kernel/database/context.js';
import { operatorZone } from '../calendar/index.js';

/** Movements near midnight may be committed a little later, so a period is reported only after this. */
const GRACE_MS = 15 * 60_000;

/**
 * Adds up the movements of the last full day and the last full month, where the operator is, for the types that want it. It may be repeated: a report that exists
 * stays as it is, since notes never change.
 */
const REPORT = `
  insert into "stock_report" ("id", "created_at", "updated_at", "holder_id", "type_id", "from_day", "to_day", "opening", "received", "issued", "closing")
  select gen_random_uuid(), $1, $1, "m"."holder", "t"."id", "p"."from_day", "p"."to_day",
    coalesce(sum("m"."change") filter (where "m"."at" < "p"."from_day"), 0),
    coalesce(sum("m"."change") filter (where "m"."at" >= "p"."from_day" and "m"."change" > 0), 0),
    coalesce(-sum("m"."change") filter (where "m"."at" >= "p"."from_day" and "m"."change" < 0), 0),
    coalesce(sum("m"."change"), 0)
  from "resource_type" "t"
  join (values
    ('DAY', (date_trunc('day', $1::timestamptz at time zone $2::text) - interval '1 day')::date, (date_trunc('day', $1::timestamptz at time zone $2::text) - interval '1 day')::date),
    ('MONTH', (date_trunc('month', $1::timestamptz at time zone $2::text) - interval '1 month')::date, (date_trunc('month', $1::timestamptz at time zone $2::text) - interval '1 day')::date)
  ) "p" ("period", "from_day", "to_day") on "p"."period" = "t"."report_period"
  cross join lateral (
    select "to_id" "holder", "quantity" "change", "moved_at" at time zone $2::text "at" from "stock_note" where "type_id" = "t"."id" and "to_id" is not null and "counted"
    union all
    select "from_id", -"quantity", "moved_at" at time zone $2::text from "stock_note" where "type_id" = "t"."id" and "from_id" is not null and "counted"
  ) "m"
  where "m"."at" < "p"."to_day" + 1
    and not exists (select 1 from "stock_report" "r" where "r"."type_id" = "t"."id" and "r"."from_day" = "p"."from_day" and "r"."to_day" = "p"."to_day")
  group by "m"."holder", "t"."id", "p"."from_day", "p"."to_day"
  on conflict do nothing`;

/** Writes the reports of the periods that are over; the clock calls it each day (RES-03, RES-17). */
export async function reportStock(context: CallContext, at: Date = new Date()): Promise<void> {
  const zone = await operatorZone(context.database);
  await context.database.pool.query(REPORT, [new Date(at.getTime() - GRACE_MS), zone]);
}
