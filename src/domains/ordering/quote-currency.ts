import type { CallContext } from '../../kernel/database/context.js';

/** What tells the currency of an order, by keys; the first that is there does. */
export interface CurrencySigns {
  /** A plan that a line names, or has. */
  planId: string | null;
  accountId: string | null;
  customerId: string | null;
  /** An offering to be installed, for its default plan. */
  offeringId: string | null;
}

const CURRENCY = `
  select coalesce(
    (select "price_currency" from "tariff_plan" where "id" = $1::uuid),
    (select "currency" from "account" where "id" = $2::uuid),
    (select "currency" from "account" where "owner_id" = $3::uuid and "is_default" and "status" = 'IN_USE' limit 1),
    (select "p"."price_currency" from "offering_tariff" "t" join "tariff_plan" "p" on "p"."id" = "t"."tariff_plan_id" and "p"."status" = 'ACTIVE'
      where "t"."offering_id" = $4::uuid and "t"."is_default" and "t"."validity_from" <= now() and ("t"."validity_to" is null or "t"."validity_to" > now())
      order by "t"."id" limit 1)) "currency"`;

/** The currency in which an order is priced; null when nothing tells it. */
export async function quoteCurrency(
  { database }: Pick<CallContext, 'database'>,
  { planId, accountId, customerId, offeringId }: CurrencySigns,
): Promise<string | null> {
  const { rows } = await database.pool.query<{ currency: string | null }>({
    name: 'order_quote_currency',
    text: CURRENCY,
    values: [planId, accountId, customerId, offeringId],
  });
  return rows[0]?.currency ?? null;
}
