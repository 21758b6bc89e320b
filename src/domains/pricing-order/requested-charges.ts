import type { Transaction } from '../../kernel/database/transaction.js';
import type { ChargeType, Offering, TariffPlan } from '../catalogue/index.js';
import type { RequestedCharge, RequestedDiscount, RequestedPlan } from './billing.port.js';
import { RUNNING } from './running.js';

/** Whether the version in force applies to what was sold before; the first one does. */
const appliesToExisting = (table: string, owner: string, row: string): string =>
  `coalesce((select "v"."applies_to_existing" from "${table}" "v" where "v"."${owner}" = ${row}."id" and "v"."validity_to" is null), true) "appliesToExisting"`;

/** A moment as JSON writes it, however the driver reads moments. */
const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const period = (row: string): string =>
  `${moment(`${row}."validity_from"`)} "validFrom", ${moment(`${row}."validity_to"`)} "validTo"`;

const LIVE = `'${RUNNING.join("', '")}'`;

const notEnded = (row: string): string =>
  `(${row}."validity_to" is null or ${row}."validity_to" > (select "at" from "given"))`;

/** Whether somebody has an offering with a plan that it was sold with. */
const runsOn = (tie: string): string => `(
  exists (select 1 from "offering_instance" "i" where "i"."offering_id" = ${tie}."offering_id" and "i"."tariff_plan_id" = ${tie}."tariff_plan_id" and "i"."status" in (${LIVE}))
  or exists (select 1 from "subscribed_tariff" "x" join "offering_instance" "i" on "i"."id" = "x"."offering_instance_id" and "i"."offering_id" = ${tie}."offering_id"
    and "i"."status" in (${LIVE}) where "x"."tariff_plan_id" = ${tie}."tariff_plan_id" and ${notEnded('"x"')}))`;

/** The plans of an offering and of its service levels, those that it is sold with no more but runs on included, with all that is nested in them. */
const TREE = `
  with recursive "given" as (
    select ?::uuid "offering", ?::uuid "plan", ?::timestamptz "at", ?::text[] "types"
  ), "root" as (
    select "plan" "id" from "given" where "plan" is not null
    union select "t"."tariff_plan_id" from "given" join "offering_tariff" "t" on "t"."offering_id" = "given"."offering" where ${notEnded('"t"')}
    union select "s"."tariff_plan_id" from "given" join "offering_sla" "s" on "s"."offering_id" = "given"."offering" where "s"."tariff_plan_id" is not null
    union select "t"."tariff_plan_id" from "given" join "offering_tariff" "t" on "t"."offering_id" = "given"."offering"
      where not ${notEnded('"t"')} and ${runsOn('"t"')}
  ), "tree" as (
    select "id" from "root"
    union select "m"."nested_plan_id" from "tree" join "tariff_plan_member" "m" on "m"."plan_id" = "tree"."id" where "m"."nested_plan_id" is not null
  )`;

/** Main prices and rules of those plans, and the standard prices of the products of the offering. */
const CHARGES = `${TREE}, "placed" as (
    select "p"."code" "plan", "m"."priority", "m"."rule_id" from "tree" join "tariff_plan" "p" on "p"."id" = "tree"."id"
    join "tariff_plan_member" "m" on "m"."plan_id" = "p"."id" where "m"."rule_id" is not null
    union all
    select distinct null, null::int, "r"."id" from "given" join "offering_component" "c" on "c"."offering_id" = "given"."offering"
    join "tariff_rule" "r" on "r"."product_id" = "c"."product_id"
  ), "charge" as (
    select "p"."code" "plan", null "product", 0 "rank", null::int "priority", "p"."code", "p"."name", "p"."type", 'MONEY' "equivalent", "p"."price_amount"::text "value",
      "p"."price_currency" "currency", null "unit", "p"."period", null "formula", "p"."condition", null "service", null "feeItem", '[]'::json "tiers",
      '{}'::jsonb "attributeValues", null::text[] "months", null::text[] "monthDays", null::text[] "weekDays", null::int "afterMonths", null::int "forMonths",
      ${period('"p"')}, "p"."version_number" "version", ${appliesToExisting('tariff_plan_version', 'plan_id', '"p"')}
    from "tariff_plan" "p" where "p"."id" in (select "id" from "tree") and "p"."price_amount" <> 0
    union all
    select "placed"."plan", "product"."code", 1, "placed"."priority", "r"."code", "r"."name", "r"."type", "r"."equivalent", "r"."value"::text,
      "r"."currency", "r"."unit", "r"."period", "r"."formula", "r"."condition", "r"."service", "r"."fee_item",
      coalesce((select json_agg(json_build_object('basis', "z"."basis", 'threshold', "z"."threshold", 'value', "z"."value"::text) order by "z"."basis", "z"."threshold")
        from "tariff_tier" "z" where "z"."rule_id" = "r"."id"), '[]'),
      "r"."attribute_values", "r"."months", "r"."month_days", "r"."week_days", "r"."after_months", "r"."for_months",
      ${period('"r"')}, "r"."version_number", ${appliesToExisting('tariff_rule_version', 'rule_id', '"r"')}
    from "placed" join "tariff_rule" "r" on "r"."id" = "placed"."rule_id" left join "product" on "product"."id" = "r"."product_id" and "placed"."plan" is null
    where ${notEnded('"r"')}
  )
  select "plan", "product", "code", "name", "type", "equivalent", "value", "currency", "unit", "period", "formula", "condition", "service", "feeItem", "priority",
    "tiers", "attributeValues", to_json("months") "months", to_json("monthDays") "monthDays", to_json("weekDays") "weekDays", "afterMonths", "forMonths",
    "validFrom", "validTo", "version", "appliesToExisting"
  from "charge" where "type" = any((select "types" from "given")::text[]) order by "plan", "rank", "code"`;

/** Those plans: how the offering is sold with them, and what they are made of. */
const PLANS = `${TREE}
  select "p"."code", "p"."name", "p"."type", "p"."status", "p"."price_currency" "currency", "p"."condition", ${period('"p"')},
    coalesce((select json_agg("x") from (
      select "t"."is_default" "isDefault", "t"."required", "t"."priority", null "serviceLevel", ${period('"t"')}
      from "given" join "offering_tariff" "t" on "t"."offering_id" = "given"."offering" and "t"."tariff_plan_id" = "p"."id" where ${notEnded('"t"')}
      union all
      select * from (select "s"."is_default", false, null::int, "s"."code", null, null
        from "given" join "offering_sla" "s" on "s"."offering_id" = "given"."offering" and "s"."tariff_plan_id" = "p"."id" order by "s"."code") "levels"
    ) "x"), '[]') "ties",
    coalesce((select json_agg(json_build_object('rule', "r"."code", 'plan', "n"."code", 'priority', "m"."priority") order by "m"."priority", "r"."code", "n"."code")
      from "tariff_plan_member" "m" left join "tariff_rule" "r" on "r"."id" = "m"."rule_id" left join "tariff_plan" "n" on "n"."id" = "m"."nested_plan_id"
      where "m"."plan_id" = "p"."id"), '[]') "parts"
  from "tariff_plan" "p" where "p"."id" in (select "id" from "tree") order by "p"."code"`;

/** What is taken off those charges on lines of the offering. */
const DISCOUNTS = `
  with "given" as (select ?::uuid "offering", ?::timestamptz "at", ?::text[] "types")
  select "d"."code", "d"."name", "d"."kind", "d"."charge_type" "chargeType", "d"."fee_item" "feeItem", "d"."value"::text "value", "d"."formula", "d"."currency",
    "d"."gift", "d"."service", "d"."condition", "d"."basis", "d"."threshold"::text "threshold", "d"."ladder", "d"."combinable", "d"."priority",
    coalesce((select json_agg(json_build_object('kind', "x"."kind", 'discount', "x"."code") order by "x"."kind", "x"."code") from (
      select "n"."kind", "o"."code" from "discount_relation" "n" join "discount" "o" on "o"."id" = "n"."to_id" where "n"."from_id" = "d"."id"
      union
      select "n"."kind", "o"."code" from "discount_relation" "n" join "discount" "o" on "o"."id" = "n"."from_id" where "n"."to_id" = "d"."id" and "n"."kind" <> 'REQUIRE'
    ) "x"), '[]') "relations",
    ${period('"d"')}, "d"."version"
  from "given" join "offering_discount" "l" on "l"."offering_id" = "given"."offering" join "discount" "d" on "d"."id" = "l"."discount_id"
  where "d"."status" = 'ACTIVE' and "d"."scope" = 'OFFERING' and ${notEnded('"d"')} and "d"."charge_type" = any((select "types" from "given")::text[])
  order by "d"."code"`;

/** All that billing is told of prices. */
export interface RequestedTerms {
  charges: RequestedCharge[];
  plans: RequestedPlan[];
  discounts: RequestedDiscount[];
}

/** What decides the prices of an offering, of a plan or of both that billing shall configure, as it stands now (PRD-91). */
export async function requestedTerms(
  tx: Transaction,
  { offering, tariffPlan }: { offering: Offering | null; tariffPlan?: TariffPlan | null },
  types: readonly ChargeType[],
): Promise<RequestedTerms> {
  await tx.em.flush();
  const kinds = `{${types.join(',')}}`;
  const given = [offering?.id ?? null, tariffPlan?.id ?? null, tx.at, kinds];
  return {
    charges: await tx.em.execute<RequestedCharge[]>(CHARGES, given),
    plans: await tx.em.execute<RequestedPlan[]>(PLANS, given),
    discounts: await tx.em.execute<RequestedDiscount[]>(DISCOUNTS, [offering?.id ?? null, tx.at, kinds]),
  };
}
