import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal } from 'decimal.js';
import { oneByKey, planPartsAsSold, ruleAsSold } from '../catalogue/index.js';
import type { OfferingInstance } from './offering-instance.js';
import { carries } from './carries-values.js';
import { HeldPlanSource, plansHeld } from './plans-held.js';

/** Months of a period of charging; a day is the thirtieth part of one. */
const monthsOf = (alias: string): string =>
  `case ${alias}."period" when 'DAY' then 1 / 30.0 when 'MONTH' then 1 when 'QUARTER' then 3 when 'YEAR' then 12 end`;

/** SQL of the rents that lie there as rules of a fixed value, as what goes before `where` has found rule `r` of the row `t`. */
const FIXED = `"r"."type" = 'PERIODIC' and "r"."equivalent" = 'MONEY' and "r"."value" is not null and "r"."condition" is null and not "r"."seasonal"
      and "r"."validity_from" <= "clock"."at" and ("r"."validity_to" is null or "r"."validity_to" > "clock"."at")`;

/** Columns of such a rent, but for the moments of sale for which it holds. */
const FIXED_COLUMNS = `coalesce("r"."fee_item", 'rule ' || "t"."id") "fee", "t"."product_id", "r"."attribute_values", "r"."after_months" "after",
      "r"."for_months" "for", "r"."currency", "r"."value" / (${monthsOf('"r"')}) "amount"`;

/**
 * What offering instances cost each month, as rows of `id`, `customer_id`, `currency` and `amount`: the agreed price, else that of the main
 * plan, those of the further plans that it has (PRD-87, PRD-88) and of the plans nested in them, and the rents that lie there as rules of a fixed value
 * (PRD-78), of one fee those of plans before the standard of a product, then the one that fits most attributes. The price of a product is paid for each
 * piece of it (PRD-33, PRD-62). Plans and rules are those of the versions by which an instance was sold, or of later ones that apply to it too
 * (PRD-72, PRD-53). Rents by condition, formula or season are known to billing only.
 * @param whose which instances `i`, as SQL
 */
const rents = (whose: string, at: string): string => `
  with recursive "clock" as materialized (select ${at}::timestamptz "at"), "own" as materialized (
    select "i"."id", "i"."customer_id", "i"."validity_from" "since", coalesce("i"."priced_at", "i"."validity_from") "priced", "i"."tariff_plan_id" "plan", "t"."price_currency" "currency",
      coalesce("i"."agreed_price_currency", "t"."price_currency") "main_currency",
      case when "t"."type" <> 'ONE_TIME' then coalesce("i"."agreed_price_amount", "t"."price_amount") / (${monthsOf('"t"')}) end "main_amount"
    from "offering_instance" "i" join "tariff_plan" "t" on "t"."id" = "i"."tariff_plan_id"
    where ${whose}
  ), "had" as materialized (
    select "own"."id", "held"."plan_id" "root", min(case "held"."source" when '${HeldPlanSource.MAIN}' then 0 else 1 end) "turn"
    from "clock", "own" join "offering_instance" "i" on "i"."id" = "own"."id" cross join lateral ${plansHeld('"i"', '"clock"."at"')} "held" group by 1, 2
  ), "piece" as materialized (
    select "own"."id", "n"."product_id", count(*) "pieces" from "own" join "product_instance" "n" on "n"."offering_instance_id" = "own"."id" and "n"."status" <> 'REMOVED' group by 1, 2
  ), "tree" as (
    select distinct "root", "root" "plan", 0 "level", '-infinity'::timestamptz "lo", 'infinity'::timestamptz "hi" from "had"
    union
    select "tree"."root", "m"."nested_plan_id", "tree"."level" + 1, greatest("tree"."lo", "m"."lo"), least("tree"."hi", "m"."hi")
    from "clock", "tree" cross join lateral ${oneByKey('tariff_plan', '"tree"."plan"')} "p" cross join lateral ${planPartsAsSold('"p"', '"clock"."at"')} "m"
    cross join lateral ${oneByKey('tariff_plan', '"m"."nested_plan_id"')} "n"
    where "tree"."level" < 10 and "n"."status" not in ('DRAFT', 'APPROVED') and "m"."lo" < "tree"."hi" and "m"."hi" > "tree"."lo"
  ), "rent" as materialized (
    select distinct "tree"."root", 0 "place", 'plan ' || "p"."id" "fee", null::uuid "product_id", '{}'::jsonb "attribute_values", null::int "after", null::int "for",
      "p"."price_currency" "currency", "p"."price_amount" / (${monthsOf('"p"')}) "amount", "tree"."lo", "tree"."hi"
    from "tree" cross join lateral ${oneByKey('tariff_plan', '"tree"."plan"')} "p" where "p"."type" <> 'ONE_TIME' and "p"."period" is not null
    union all
    select distinct "tree"."root", "m"."priority", ${FIXED_COLUMNS}, greatest("tree"."lo", "m"."lo", "r"."lo"), least("tree"."hi", "m"."hi", "r"."hi")
    from "clock", "tree" cross join lateral ${oneByKey('tariff_plan', '"tree"."plan"')} "p" cross join lateral ${planPartsAsSold('"p"', '"clock"."at"')} "m"
    cross join lateral ${oneByKey('tariff_rule', '"m"."rule_id"')} "t"
    cross join lateral ${ruleAsSold('"t"', '"clock"."at"')} "r"
    where ${FIXED} and greatest("tree"."lo", "m"."lo", "r"."lo") < least("tree"."hi", "m"."hi", "r"."hi")
  ), "standard" as materialized (
    select ${FIXED_COLUMNS}, "r"."lo", "r"."hi"
    from "clock", (select distinct "product_id" from "piece") "sort" join "tariff_rule" "t" on "t"."product_id" = "sort"."product_id"
    cross join lateral ${ruleAsSold('"t"', '"clock"."at"')} "r" where ${FIXED}
  ), "due" as (
    select "own"."id" "owner", "had"."turn", "rent".* from "own" join "had" using ("id") join "rent" on "rent"."root" = "had"."root"
    where "rent"."fee" <> 'plan ' || "own"."plan"
    union all
    select "piece"."id", 2, null, 0, "standard".* from "piece" join "standard" on "standard"."product_id" = "piece"."product_id"
  )
  select "id", "customer_id", "main_currency" "currency", "main_amount" "amount" from "own" where "main_amount" is not null
  union all
  select "id", "customer_id", "currency", "amount" from (
    select distinct on ("own"."id", "rent"."fee") "own"."id", "own"."customer_id", "rent"."currency", "rent"."amount" * coalesce("piece"."pieces", 1) "amount"
    from "clock", "own" join "due" "rent" on "rent"."owner" = "own"."id" and "rent"."currency" = "own"."currency"
    left join "piece" on "piece"."id" = "own"."id" and "piece"."product_id" = "rent"."product_id"
    where "own"."priced" >= "rent"."lo" and "own"."priced" < "rent"."hi"
      and "own"."since" + make_interval(months => coalesce("rent"."after", 0)) <= "clock"."at"
      and ("rent"."for" is null or "own"."since" + make_interval(months => coalesce("rent"."after", 0) + "rent"."for") > "clock"."at")
      and ("rent"."attribute_values" = '{}' or ${carries('"own"."id"', '"rent"')})
    order by "own"."id", "rent"."fee", "rent"."turn" = 2, (select count(*) from jsonb_object_keys("rent"."attribute_values")) desc, "rent"."turn", "rent"."place") "rents"`;

const HELD = `"i"."status" in ('ACTIVE', 'BROKEN')`;

const charges = (whose: string, by: string, at: string): string => `
  (select ${by}"held"."currency", trim_scale(round(sum("held"."amount"), 6)) "amount" from (${rents(whose, at)}) "held" group by ${by}"held"."currency")`;

/**
 * SQL of what a customer holds costs each month: rows of `currency` and `amount`, whatever the way of paying (CUS-89).
 * @param at moment for which is asked, as SQL
 */
export const monthlyCharges = (customerId: string, at = 'now()'): string =>
  charges(`"i"."customer_id" = ${customerId} and ${HELD}`, '', at);

/** SQL of the same of all customers, by `customer_id`: for many of them far cheaper than one by one. */
export const allMonthlyCharges: string = charges(HELD, '"held"."customer_id", ', 'now()');

/** SQL of the currency in which a customer is told what it costs: that of the default account, else of any, else CNY. */
export const customerCurrency = (customerId: string): string => `
  coalesce((select "a"."currency" from "account" "a" where "a"."owner_id" = ${customerId} and "a"."status" <> 'INVALID'
    order by "a"."is_default" desc, "a"."opened_at", "a"."id" limit 1), 'CNY')`;

/** SQL of what a customer holds costs each month in the customer's own currency; charges in others are none of it. */
export const monthlyChargeOf = (customerId: string, at = 'now()'): string => `
  coalesce((select "m"."amount" from ${monthlyCharges(customerId, at)} "m" where "m"."currency" = ${customerCurrency(customerId)}), 0)`;

const OF_INSTANCES = `
  select "held"."id", trim_scale(round(sum("held"."amount"), 6))::text "amount" from (${rents('"i"."id" = any(?::uuid[])', '?')}) "held"
  join "offering_instance" "i" on "i"."id" = "held"."id"
  left join "tariff_plan" "t" on "t"."id" = "i"."tariff_plan_id"
  where "held"."currency" = "t"."price_currency" group by 1`;

/**
 * What each of some offering instances costs in a month, in the currency of its main plan, by the key of the instance; nothing of those
 * that cost nothing. Those that have ended cost what they would now.
 * @param at moment for which is asked
 */
export async function monthlyPrices(
  em: EntityManager,
  instances: readonly OfferingInstance[],
  at: Date,
): Promise<Map<string, Decimal>> {
  const ids = `{${[...new Set(instances.map(({ id }) => id))].join(',')}}`;
  const rows = await em.execute<{ id: string; amount: string }[]>(OF_INSTANCES, [at, ids]);
  return new Map(rows.map(({ id, amount }) => [id, new Decimal(amount)]));
}
