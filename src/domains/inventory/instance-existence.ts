import { type Caller, visibleRows } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { codedError } from '../../kernel/errors/index.js';
import { ProductInstance } from './product-instance.js';

/** Whether anybody has a product, and how many instances the caller sees. */
export interface InstanceExistence {
  exists: boolean;
  visible: number;
}

/**
 * Whether a valid instance of a product exists anywhere: one that was not removed, whoever has it (CUS-96). A product is retired only
 * when there is none, so the answer counts instances that the caller does not see, without telling of them.
 * @param productId primary key
 * @throws NOT_FOUND when there is no such product
 */
export async function instanceExistence(
  { pool }: Pick<Database, 'pool'>,
  caller: Caller,
  productId: string,
): Promise<InstanceExistence> {
  const values: unknown[] = [productId];
  const seen = visibleRows(ProductInstance, caller, '"i"', (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<InstanceExistence & { known: boolean }>(
    `select exists (select from "product" where "id" = $1) "known",
       exists (select from "product_instance" where "product_id" = $1 and "status" <> 'REMOVED') "exists",
       (select count(*)::int from "product_instance" "i" where "i"."product_id" = $1 and "i"."status" <> 'REMOVED' and ${seen}) "visible"`,
    values,
  );
  const { known, exists, visible } = rows[0]!;
  if (!known) throw codedError('NOT_FOUND', 'There is no Product with this id.', { path: ['productId'] });
  return { exists, visible };
}
