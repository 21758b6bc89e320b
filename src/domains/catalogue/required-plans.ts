import { oneByKey } from './tariffs-as-sold.js';

/** Something sold, as SQL: its offering, the version of it and the main plan that it was sold with, and when. */
export interface SoldSql {
  offering: string;
  version: string;
  plan: string;
  soldAt: string;
}

/**
 * SQL of the plans that everybody had to have who bought something, as rows of `plan_id`: of the version that it was sold on, else those of now
 * (PRD-88, PRD-53). Like its price they are in the currency of the main plan, without which there are none.
 * @param at moment for which is asked, as SQL
 */
export const requiredPlans = ({ offering, version, plan, soldAt }: SoldSql, at: string): string => `
  select "further"."id" "plan_id" from ${oneByKey('tariff_plan', plan)} "main" cross join lateral (
    select "p".* from "offering_tariff" "t" cross join lateral ${oneByKey('tariff_plan', '"t"."tariff_plan_id"')} "p"
    where ${version} is null and "t"."offering_id" = ${offering} and "t"."required" and "p"."status" = 'ACTIVE'
      and "t"."validity_from" <= ${at} and ("t"."validity_to" is null or "t"."validity_to" > ${at})
    union all
    select "p".* from "offering_version" "v"
    cross join lateral jsonb_to_recordset("v"."content" -> 'tariffs') "t" ("tariffPlan" text, "required" boolean, "validity" jsonb)
    cross join lateral (select * from "tariff_plan" "one" where "one"."code" = "t"."tariffPlan" limit 1) "p"
    where "v"."id" = ${version} and "t"."required" and ("t"."validity" ->> 'from')::timestamptz <= ${soldAt}
      and ("t"."validity" ->> 'to' is null or ("t"."validity" ->> 'to')::timestamptz > ${soldAt})
  ) "further" where "further"."price_currency" = "main"."price_currency" and "further"."id" <> "main"."id"`;
