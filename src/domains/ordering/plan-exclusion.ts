import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, requiredPlans } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { plansHeld } from '../inventory/index.js';
import { planExcluded } from '../pricing/index.js';
import { instancesOf } from './resolve-item.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { OrderStatus } from './order.enums.js';

/** Plans that exclude plans of a line, which the customer has, or has ordered and not yet got; unless both may be had together (PRD-84, PRD-89). */
const EXCLUDED = `
  select distinct "m"."code" "mine", "t"."code" from (select ?::timestamptz "at") "clock" cross join (
    select "from_id" "mine", "to_id" "other", "kind", "offering_id" from "tariff_plan_relation"
    union all select "to_id", "from_id", "kind", "offering_id" from "tariff_plan_relation" where "kind" in ('EXCLUDE', 'COEXIST')
  ) "x" join "tariff_plan" "t" on "t"."id" = "x"."other" join "tariff_plan" "m" on "m"."id" = "x"."mine"
  where "x"."kind" = 'EXCLUDE' and "x"."mine" = any(?::uuid[]) and ("x"."offering_id" is null or "x"."offering_id" = ?)
    and not exists (
      select 1 from "tariff_plan_relation" "c" where "c"."kind" = 'COEXIST' and ("c"."offering_id" is null or "c"."offering_id" = ?)
      and ("c"."from_id", "c"."to_id") in (("x"."mine", "x"."other"), ("x"."other", "x"."mine")))
    and (
      exists (
        select 1 from "order_item" "i" join "customer_order" "o" on "o"."id" = "i"."order_id"
        where "o"."customer_id" = ? and "o"."id" <> ? and "o"."status" <> all(?::text[])
        and "i"."action" = '${CustomerServiceType.INSTALL}' and ("i"."tariff_plan_id" = "x"."other" or exists (
          select 1 from (${requiredPlans({ offering: '"i"."offering_id"', version: '"i"."offering_version_id"', plan: '"i"."tariff_plan_id"', soldAt: '"clock"."at"' }, '"clock"."at"')}) "r"
          where "r"."plan_id" = "x"."other")))
      or exists (
        select 1 from "offering_instance" "n" where "n"."customer_id" = ? and "n"."status" in ('ACTIVE', 'BROKEN') and "n"."id" <> all(?::uuid[])
        and exists (select 1 from ${plansHeld('"n"', '"clock"."at"')} "h" where "h"."plan_id" = "x"."other")))
  order by "t"."code"`;

const ENDED = `{${OrderStatus.COMPLETED},${OrderStatus.CANCELLED}}`;

/**
 * Refuses with PLAN_EXCLUDED plans that exclude those of other orders of the customer under way, or of what the customer has got since the
 * price was asked. The customer is locked, so of two orders at once the second one meets the first. What the order ends stands in nobody's way.
 * @param orderId key of the order to be
 */
export async function checkPlanExclusion(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  orderId: string,
  findings: Findings,
): Promise<void> {
  const leaving = await leavingInstances(tx, items);
  for (const { input, offering, tariffPlan, planIds, path } of items) {
    if (input.action !== CustomerServiceType.INSTALL || !tariffPlan) continue;
    const plans = planIds.length > 0 ? planIds : [tariffPlan.id];
    const excluded = await tx.em.execute<{ mine: string; code: string }[]>(EXCLUDED, [
      tx.at,
      ...[`{${plans.join(',')}}`, offering!.id, offering!.id],
      ...[customer.id, orderId, ENDED, customer.id, `{${leaving.join(',')}}`],
    ]);
    for (const { mine, code } of excluded)
      // The price may have said so already.
      if (!findings.has('PLAN_EXCLUDED', path, { plan: code })) findings.addAll([planExcluded(mine, code)], path);
  }
}

/** Keys of the offering instances that end with the order: what is taken away as a whole, or piece by piece, or upgraded. */
async function leavingInstances(tx: Transaction, items: readonly CheckedItem[]): Promise<string[]> {
  const removed = items.filter(({ input }) => input.action === CustomerServiceType.REMOVE);
  const gone = new Set(removed.flatMap(({ instances }) => instances.map(({ id }) => id)));
  const touched = new Set(removed.flatMap(({ instances }) => instances.flatMap((each) => each.offeringInstance ?? [])));
  const leaving = items.flatMap(({ replaces }) => replaces?.id ?? []);
  for (const held of touched) if ((await instancesOf(tx, held)).every(({ id }) => gone.has(id))) leaving.push(held.id);
  return leaving;
}
