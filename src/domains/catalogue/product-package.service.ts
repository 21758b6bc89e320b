import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { requireMaintainer } from './maintenance.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { readComponents } from './offering-parts.js';
import type { OfferingComponentInput } from './offering.input.js';
import { Offering } from './offering.js';
import type { ProductPackageCreateInput } from './package.input.js';
import { ProductPackageItem } from './product-package-item.js';
import { ProductPackage } from './product-package.js';
import type { Product } from './product.js';

/** Freezes a bundle under a code, checked like one of an offering that is sold everywhere (PRD-34). */
export async function createPackage(context: CallContext, input: ProductPackageCreateInput): Promise<ProductPackage> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const { code, name } = input;
    if (await tx.em.findOne(ProductPackage, { code }))
      refuse('DUPLICATE', 'Another package has this code.', ['input', 'code']);
    const everywhere = Object.assign(new Offering(), { owner: null });
    const parts = await readComponents(tx, everywhere, input.components, ['input', 'components']);
    const made = tx.add(Object.assign(new ProductPackage(), { code, name, configuredBy: tx.caller.subject }));
    for (const part of parts) tx.add(Object.assign(new ProductPackageItem(), part, { productPackage: made }));
    const data = { code, products: parts.map(({ product }) => product.code) };
    tx.record({ kind: 'BUSINESS_FACT', type: 'productPackage.created', subject: made, data });
    return made;
  });
}

/** What stands in a bundle, as an input says it. */
export function asComponentInput(
  tx: Transaction,
  {
    product,
    fixedValues,
    ...quantities
  }: Pick<ProductPackageItem, 'fixedValues' | 'required'> & {
    product: Product;
    minQuantity: number;
    maxQuantity: number;
    defaultQuantity: number;
  },
): OfferingComponentInput {
  return {
    productId: tx.idOf(product),
    fixedValues: Object.entries(fixedValues).map(([name, value]) => ({ name, value })),
    minQuantity: quantities.minQuantity,
    maxQuantity: quantities.maxQuantity,
    defaultQuantity: quantities.defaultQuantity,
    required: quantities.required,
  };
}

/** The products of a package, for a new offering. */
export async function packageComponents(
  tx: Transaction,
  id: string | null | undefined,
  path: InputPath,
): Promise<{ productPackage: ProductPackage | null; components: OfferingComponentInput[] }> {
  if (!id) return { productPackage: null, components: [] };
  const productPackage = await tx.get(ProductPackage, id, path, { lock: false });
  const items = await tx.em.find(ProductPackageItem, { productPackage: productPackage.id }, { populate: ['product'] });
  return { productPackage, components: items.map((item) => asComponentInput(tx, item)) };
}
