import type { Transaction } from '../../kernel/database/transaction.js';
import { contractBinds } from '../agreement/index.js';
import type { Customer } from '../customer/index.js';
import type { Offering, TariffPlan } from '../catalogue/index.js';
import { IndividualPlan, IndividualPlanStatus } from './individual-plan.js';

/**
 * Condition in SQL under which an individual plan is sold at a moment: billing has configured it, and its contract binds.
 * @param alias quoted alias of `individual_plan` @param at placeholder of the moment
 */
export const individualPlanInForce = (alias: string, at: string): string =>
  `${alias}."status" = 'IN_FORCE' and ${contractBinds(`${alias}."contract_id"`, at)}`;

/** Whether an offering that was made for one customer is sold to this one now (PRD-118). */
export async function isMadeFor(tx: Transaction, customer: Customer, offering: Offering): Promise<boolean> {
  const found = await tx.em.execute<unknown[]>(
    `select 1 from "individual_plan" "i" where "i"."customer_id" = ? and "i"."offering_id" = ? and "i"."own_offering" and ${individualPlanInForce('"i"', '?')}`,
    [customer.id, offering.id, tx.at, tx.at],
  );
  return found.length > 0;
}

/** Plans that a customer alone may buy an offering under now, the last one contracted first (PRD-118). */
export async function individualPlansFor(
  tx: Transaction,
  customer: Customer,
  offering: Offering,
): Promise<TariffPlan[]> {
  const found = await tx.em.execute<{ id: string }[]>(
    `select "i"."id" from "individual_plan" "i" where "i"."customer_id" = ? and "i"."offering_id" = ? and ${individualPlanInForce('"i"', '?')}`,
    [customer.id, offering.id, tx.at, tx.at],
  );
  if (found.length === 0) return [];
  const plans = await tx.em.find(
    IndividualPlan,
    { id: { $in: found.map(({ id }) => id) }, status: IndividualPlanStatus.IN_FORCE },
    { populate: ['tariffPlan'], orderBy: { inForceSince: 'desc', id: 'desc' } },
  );
  return plans
    .map(({ tariffPlan }) => tariffPlan)
    .filter(({ validity }) => validity.from <= tx.at && (!validity.to || validity.to > tx.at));
}
