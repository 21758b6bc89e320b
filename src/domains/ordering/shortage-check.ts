import type { Transaction } from '../../kernel/database/transaction.js';
import { ProductNature } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { shortProducts } from '../resource/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';

/** Refuses a line with something that is out of stock where the customer is served, unless they agree to wait (RES-53, ORD-31). */
export async function checkShortage(
  tx: Transaction,
  customer: Customer,
  item: CheckedItem,
  findings: Findings,
): Promise<void> {
  const wanted = item.components
    .filter(({ product, quantity }) => quantity > 0 && product.nature === ProductNature.PHYSICAL)
    .map(({ product }) => product.id);
  if (wanted.length === 0) return;
  const region = await tx.em.findOneOrFail(Region, { id: customer.region.id });
  const short = await shortProducts(tx.em, wanted, region.path);
  item.waitsForStock = short.length > 0;
  if (item.input.acceptShortage) return;
  for (const { productCode, typeCode, since, expectedAt } of short)
    findings.add('RESOURCE_SHORT', `${productCode} is out of stock.`, [...item.path, 'acceptShortage'], {
      ...{ product: productCode, resourceType: typeCode },
      ...{ since: since.toISOString(), expectedAt: expectedAt?.toISOString() ?? null },
    });
}
