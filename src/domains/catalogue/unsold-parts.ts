import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type TariffPlan, TariffPlanStatus } from './tariff-plan.js';

/** The plans nested in one at any depth, kept as they are until the end. */
const NESTED = `
  with recursive "down" as (
    select "m"."nested_plan_id" "id" from "tariff_plan_member" "m" where "m"."plan_id" = ? and "m"."nested_plan_id" is not null
    union
    select "m"."nested_plan_id" from "down" join "tariff_plan_member" "m" on "m"."plan_id" = "down"."id" where "m"."nested_plan_id" is not null
  )
  select "p"."code", "p"."status" from "tariff_plan" "p" where "p"."id" in (select "id" from "down") order by "p"."id" for share of "p"`;

/** Refuses a plan with a plan in it that is not ACTIVE, at any depth: what that costs would be missing from the price unseen (PRD-81, PRD-82). */
export async function refuseUnsoldParts(tx: Transaction, plan: TariffPlan, path: InputPath): Promise<void> {
  const nested = await tx.em.execute<{ code: string; status: string }[]>(NESTED, [plan.id]);
  const unsold = nested.filter(({ status }) => status !== (TariffPlanStatus.ACTIVE as string));
  if (unsold.length > 0)
    refuse('NOT_SELLABLE', `Plans in it are not active: ${unsold.map(({ code }) => code).join(', ')}.`, path, {
      plans: unsold.map(({ code }) => code),
    });
}
