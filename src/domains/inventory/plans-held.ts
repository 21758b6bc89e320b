import type { EntityManager } from '@mikro-orm/postgresql';
import { requiredPlans } from '../catalogue/index.js';

/** Why an offering instance has a plan. */
export enum HeldPlanSource {
  /** It is the one that was chosen. */
  MAIN = 'MAIN',
  /** It was bought beside the main one (MOD-77). */
  BESIDES = 'BESIDES',
  /** Everybody has it who has the offering (PRD-88). */
  REQUIRED = 'REQUIRED',
  /** The service level costs it (PRD-60). */
  LEVEL = 'LEVEL',
}

/**
 * SQL of all plans that an offering instance has at a moment, as rows of `plan_id` and `source`, for a lateral join: whatever asks what somebody
 * has or pays asks here, so that nothing forgets the further plans.
 * @param i the row of the offering instance
 * @param at as SQL
 */
export const plansHeld = (i: string, at: string): string => `(
  select ${i}."tariff_plan_id" "plan_id", '${HeldPlanSource.MAIN}' "source" where ${i}."tariff_plan_id" is not null
  union
  select "s"."tariff_plan_id", '${HeldPlanSource.BESIDES}' from "subscribed_tariff" "s"
  where "s"."offering_instance_id" = ${i}."id" and "s"."validity_from" <= ${at} and ("s"."validity_to" is null or "s"."validity_to" > ${at})
  union
  select "plan_id", '${HeldPlanSource.REQUIRED}' from (${requiredPlans(
    {
      offering: `${i}."offering_id"`,
      version: `${i}."offering_version_id"`,
      plan: `${i}."tariff_plan_id"`,
      soldAt: `${i}."validity_from"`,
    },
    at,
  )}) "required"
  union
  select "l"."tariff_plan_id", '${HeldPlanSource.LEVEL}' from "offering_sla" "l" where "l"."id" = ${i}."offering_sla_id" and "l"."tariff_plan_id" is not null)`;

/** A plan that an offering instance has. */
export interface HeldPlan {
  /** Key of the offering instance. */
  instanceId: string;
  /** Key of the plan. */
  planId: string;
  source: HeldPlanSource;
}

const OF_INSTANCES = `
  select "i"."id" "instanceId", "h"."plan_id" "planId", "h"."source" from (select ?::timestamptz "at") "clock"
  cross join "offering_instance" "i" cross join lateral ${plansHeld('"i"', '"clock"."at"')} "h"
  where "i"."id" = any(?::uuid[]) order by "i"."id", "h"."source" <> 'MAIN', "h"."plan_id"`;

/** All plans that offering instances have at a moment, of each the main one first. */
export async function heldPlansOf(em: EntityManager, instanceIds: readonly string[], at: Date): Promise<HeldPlan[]> {
  if (instanceIds.length === 0) return [];
  return em.execute<HeldPlan[]>(OF_INSTANCES, [at, `{${instanceIds.join(',')}}`]);
}
