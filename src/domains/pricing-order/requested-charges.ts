import type { Transaction } from '../../kernel/database/transaction.js';
import type { ChargeType, Offering, TariffPlan } from '../catalogue/index.js';
import type { RequestedCharge } from './billing.port.js';

/** Whether the version in force applies to what was sold before; the first one does. */
const appliesToExisting = (table: string, owner: string, row: string): string =>
  `coalesce((select "v"."applies_to_existing" from "${table}" "v" where "v"."${owner}" = ${row}."id" and "v"."validity_to" is null), true) "appliesToExisting"`;

/** Main prices and rules of the plans of an offering and of its service levels, with all that is nested in them. */
const CHARGES = `
  with recursive "root" as (
    select ?::uuid "id" where ?::uuid is not null
    union select "t"."tariff_plan_id" from "offering_tariff" "t" where "t"."offering_id" = ? and ("t"."validity_to" is null or "t"."validity_to" > ?)
    union select "s"."tariff_plan_id" from "offering_sla" "s" where "s"."offering_id" = ? and "s"."tariff_plan_id" is not null
  ), "tree" as (
    select "id" from "root"
    union select "m"."nested_plan_id" from "tree" join "tariff_plan_member" "m" on "m"."plan_id" = "tree"."id" where "m"."nested_plan_id" is not null
  ), "charge" as (
    select "p"."code" "plan", 0 "rank", "p"."code", "p"."name", "p"."type", 'MONEY' "equivalent", "p"."price_amount"::text "value",
      "p"."price_currency" "currency", null "unit", "p"."period", null "formula", "p"."condition", "p"."version_number" "version",
      ${appliesToExisting('tariff_plan_version', 'plan_id', '"p"')}
    from "tariff_plan" "p" where "p"."id" in (select "id" from "tree") and "p"."price_amount" <> 0
    union all
    select "p"."code", 1, "r"."code", "r"."name", "r"."type", "r"."equivalent", "r"."value"::text, "r"."currency", "r"."unit", "r"."period",
      "r"."formula", "r"."condition", "r"."version_number", ${appliesToExisting('tariff_rule_version', 'rule_id', '"r"')}
    from "tree" join "tariff_plan" "p" on "p"."id" = "tree"."id" join "tariff_plan_member" "m" on "m"."plan_id" = "p"."id"
    join "tariff_rule" "r" on "r"."id" = "m"."rule_id" where "r"."validity_to" is null or "r"."validity_to" > ?
  )
  select "plan", "code", "name", "type", "equivalent", "value", "currency", "unit", "period", "formula", "condition", "version", "appliesToExisting" from "charge"
  where "type" = any(?::text[]) order by "plan", "rank", "code"`;

/** The charges of an offering, of a plan or of both that billing shall configure, as they stand now (PRD-91). */
export async function requestedCharges(
  tx: Transaction,
  { offering, tariffPlan }: { offering: Offering | null; tariffPlan?: TariffPlan | null },
  types: readonly ChargeType[],
): Promise<RequestedCharge[]> {
  return tx.em.execute<RequestedCharge[]>(CHARGES, [
    ...[tariffPlan?.id ?? null, tariffPlan?.id ?? null],
    ...[offering?.id ?? null, tx.at, offering?.id ?? null, tx.at, `{${types.join(',')}}`],
  ]);
}
