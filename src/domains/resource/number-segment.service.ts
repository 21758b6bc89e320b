import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { MaintenanceLevel, Product, requireMaintainer } from '../catalogue/index.js';
import { NumberSegment } from './number-segment.js';
import type { NumberSegmentCreateInput } from './number.input.js';
import { isNumber } from './pieces.js';
import type { ResourceItem } from './resource-item.js';
import { ResourceType } from './resource-type.js';

/** Says that a range of numbers is for one product; the database refuses ranges that overlap (RES-41). */
export async function createSegment(context: CallContext, input: NumberSegmentCreateInput): Promise<NumberSegment> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId']);
    if (!isNumber(type)) refuse('CONTRADICTORY', 'Only numbers have ranges.', ['input', 'typeId']);
    const { name, firstNo, lastNo } = input;
    for (const field of ['firstNo', 'lastNo'] as const)
      if (!/^\d+$/.test(input[field])) refuse('BAD_VALUE', 'Digits only.', ['input', field]);
    if (firstNo.length !== lastNo.length || firstNo > lastNo)
      refuse('CONTRADICTORY', 'The last number comes before the first, or has other digits.', ['input', 'lastNo']);
    const product = await tx.get(Product, input.productId, ['input', 'productId'], { lock: false });
    const taken = await tx.em.execute<{ name: string }[]>(
      'select "name" from "number_segment" where "type_id" = ? and length("first_no") = ? and "first_no" <= ? and "last_no" >= ? limit 1',
      [type.id, firstNo.length, lastNo, firstNo],
    );
    if (taken[0])
      refuse('OVERLAPS', `Some belong to ${taken[0].name}.`, ['input', 'firstNo'], { segment: taken[0].name });
    const segment = tx.add(Object.assign(new NumberSegment(), { type, name, firstNo, lastNo, product }));
    const data = { type: type.code, first: firstNo, last: lastNo, product: product.code };
    tx.record({ kind: 'BUSINESS_FACT', type: 'numberSegment.created', subject: segment, data });
    return segment;
  });
}

/** Refuses with NUMBER_PURPOSE a number that may not serve a product (RES-41). @param product key of the product */
export async function requirePurpose(
  tx: Transaction,
  item: ResourceItem,
  product: string,
  path: InputPath,
): Promise<void> {
  const reason = await purposeAgainst(tx, item, product);
  if (reason) refuse('NUMBER_PURPOSE', reason, path);
}

/** Whether a number may serve a product: no range keeps it for another, and a product with ranges of its own takes only those (RES-41). @param product key of the product */
export const servesProduct = async (tx: Transaction, item: ResourceItem, product: string): Promise<boolean> =>
  !(await purposeAgainst(tx, item, product));

async function purposeAgainst(tx: Transaction, item: ResourceItem, product: string): Promise<string | null> {
  const segments = await tx.em.execute<{ product: string; inside: boolean }[]>(
    `select "product_id" "product", length("first_no") = length(?) and ? between "first_no" and "last_no" "inside"
     from "number_segment" where "type_id" = ? and ("product_id" = ? or (length("first_no") = length(?) and ? between "first_no" and "last_no"))`,
    [item.resourceNo, item.resourceNo, item.type.id, product, item.resourceNo, item.resourceNo],
  );
  const own = segments.filter((segment) => segment.product === product);
  const here = segments.find(({ inside }) => inside);
  if (here && here.product !== product) return 'The number is kept for another product.';
  return !here && own.length > 0 ? 'The product has numbers of its own.' : null;
}
