import type { Transaction } from '../../kernel/database/transaction.js';

/** A physical product that cannot be handed out now, since what it is handed out as is out of stock. */
export interface ShortProduct {
  productId: string;
  productCode: string;
  typeId: string;
  typeCode: string;
  since: Date;
  expectedAt: Date | null;
}

const SHORT = `
  select distinct on ("p"."id") "p"."id" "productId", "p"."code" "productCode", "t"."id" "typeId", "t"."code" "typeCode", "s"."since", "s"."expected_at" "expectedAt"
  from "resource_shortage" "s" join "resource_type" "t" on "t"."id" = "s"."type_id" join "product" "p" on "p"."id" = "t"."product_id"
  join "region" "r" on "r"."id" = "s"."region_id"
  where "s"."ended_at" is null and "p"."id" = any(?::uuid[]) and starts_with(?, "r"."path")
    and not exists (
      select 1 from "stock_balance" "b" join "stock_holder" "h" on "h"."id" = "b"."holder_id" join "region" "hr" on "hr"."id" = "h"."region_id"
      join "resource_type" "other" on "other"."id" = "b"."type_id" and "other"."product_id" = "p"."id"
      where "b"."on_hand" > "b"."reserved" and starts_with("hr"."path", ?))
  order by "p"."id", "s"."expected_at" desc nulls first`;

/**
 * Products that are short where something is sold: out of stock outside, and not one piece of any type of theirs free at the sales
 * departments there (RES-53).
 * @param path path of the region of the sale, such as `/86/44/4401/`
 */
export async function shortProducts(
  em: Pick<Transaction['em'], 'execute'>,
  productIds: readonly string[],
  path: string,
): Promise<ShortProduct[]> {
  if (productIds.length === 0) return [];
  const found = await em.execute<ShortProduct[]>(SHORT, [`{${[...new Set(productIds)].join(',')}}`, path, path]);
  return found.map((row) => ({
    ...row,
    since: new Date(row.since),
    expectedAt: row.expectedAt && new Date(row.expectedAt),
  }));
}
