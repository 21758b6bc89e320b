import type { Transaction } from '../../kernel/database/transaction.js';
import type { ResourceStatus } from './resource-item.js';

/** Who asks for a number. */
export interface NumberApplicant {
  customerId: string;
  /** Who sells it: what they keep for somebody not yet known is free for them. */
  subject: string;
  /** Product instances that may have it already. */
  instanceIds: readonly string[];
}

const TAKEN = `
  select "i"."status" from "resource_item" "i" join "resource_type" "t" on "t"."id" = "i"."type_id" and "t"."category" = 'NUMBER'
  where "i"."resource_no" = ? and "i"."status" <> 'IN_STOCK' and not ("i"."status" = 'ALLOCATED' and "i"."instance_id" = any(?::uuid[]))
    and not exists (
      select 1 from "reservation" "r" where "r"."item_id" = "i"."id" and "r"."status" = 'ACTIVE'
      and ("r"."customer_id" = ? or "r"."customer_id" is null and "r"."reserved_by" = ?))
  limit 1`;

/** State of a number in stock that is not free for somebody; null when it is, and of a number that is not in stock at all (RES-31, RES-42). */
export async function takenNumber(
  em: Pick<Transaction['em'], 'execute'>,
  number: string,
  { customerId, subject, instanceIds }: NumberApplicant,
): Promise<ResourceStatus | null> {
  const values = [number, `{${instanceIds.join(',')}}`, customerId, subject];
  const [found] = await em.execute<{ status: ResourceStatus }[]>(TAKEN, values);
  return found?.status ?? null;
}

/** Lets whoever else asks for one of these numbers of the stock wait until the transaction ends. @param numbers at least one */
export async function lockNumbers(em: Pick<Transaction['em'], 'execute'>, numbers: readonly string[]): Promise<void> {
  await em.execute(
    `select 1 from "resource_item" where "resource_no" in (${numbers.map(() => '?').join(', ')})
     and "type_id" in (select "id" from "resource_type" where "category" = 'NUMBER') order by "id" for update`,
    [...numbers],
  );
}
