import type { Transaction } from '../../kernel/database/transaction.js';
import type { PointsAccount } from './points-account.js';
import { PointsOperation } from './points-enums.js';

/** What a customer and those who are merged into it have earned in a scheme, without what was reversed. */
const EARNED = `
  with recursive "one"("id") as (select ?::uuid union select "c"."id" from "customer" "c" join "one" on "c"."merged_into_id" = "one"."id")
  select coalesce(sum("e"."points"), 0)::int "earned" from "points_account" "a" join "points_entry" "e" on "e"."account_id" = "a"."id"
  left join "points_entry" "undone" on "undone"."id" = "e"."reversal_of_id"
  where "a"."customer_id" in (select "id" from "one") and "a"."scheme_id" = ?
    and coalesce("undone"."operation", "e"."operation") = '${PointsOperation.EARNED}'`;

/** Counts anew, from the entries, what a locked account has earned, after a merge or split of its customer (CUS-80). */
export async function countEarned(tx: Transaction, account: PointsAccount): Promise<void> {
  await tx.em.flush();
  const [found] = await tx.em.execute<{ earned: number }[]>(EARNED, [account.customer.id, account.scheme.id]);
  account.lifetimeEarned = found!.earned;
}
