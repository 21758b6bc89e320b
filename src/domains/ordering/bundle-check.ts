import type { Transaction } from '../../kernel/database/transaction.js';
import { OfferingComponent, ProductStatus } from '../catalogue/index.js';
import type { CheckedItem, ComponentChoice } from './checked-item.js';
import type { Findings } from './findings.js';

const sellable: readonly ProductStatus[] = [ProductStatus.APPROVED, ProductStatus.IN_USE];
const mostPieces = 1000;

/** The products and pieces that a line opens: what the offering proposes, with the caller's choices within its limits (PRD-33). */
export async function chooseComponents(
  tx: Transaction,
  item: CheckedItem,
  findings: Findings,
): Promise<ComponentChoice[]> {
  const bundled = await tx.em.find(
    OfferingComponent,
    { offering: item.offering!.id },
    { populate: ['product'], orderBy: { id: 'asc' } },
  );
  const choices = readChoices(tx, item, bundled, findings);
  const chosen: ComponentChoice[] = [];
  for (const component of bundled) {
    const choice = choices.get(component.product.id);
    const quantity = choice?.quantity ?? component.defaultQuantity;
    const path = choice ? [...item.path, 'components', choice.index, 'quantity'] : item.path;
    const least = component.required ? Math.max(1, component.minQuantity) : component.minQuantity;
    if (quantity < least || quantity > component.maxQuantity) {
      const limits = { product: component.product.code, min: least, max: component.maxQuantity };
      findings.add(
        'QUANTITY_OUT_OF_BOUNDS',
        `The offering contains ${least} to ${component.maxQuantity} of ${component.product.code}.`,
        path,
        limits,
      );
    }
    if (quantity === 0) continue;
    if (!sellable.includes(component.product.status))
      findings.add('NOT_IN_SALE', `Product ${component.product.code} is not sold now.`, path);
    chosen.push({ product: component.product, quantity });
  }
  const pieces = chosen.reduce((sum, { quantity }) => sum + quantity, 0) * item.quantity;
  if (chosen.length === 0) findings.add('NOTHING_TO_INSTALL', 'The line contains no product at all.', item.path);
  if (pieces > mostPieces)
    findings.add('TOO_MANY', `At most ${mostPieces} pieces may stand on one line.`, [...item.path, 'quantity'], {
      pieces,
    });
  return chosen;
}

function readChoices(tx: Transaction, item: CheckedItem, bundled: readonly OfferingComponent[], findings: Findings) {
  const choices = new Map<string, { quantity: number; index: number }>();
  for (const [index, choice] of (item.input.components ?? []).entries()) {
    const path = [...item.path, 'components', index, 'productId'];
    const component = bundled.find((candidate) => tx.idOf(candidate.product) === choice.productId);
    if (!component) findings.add('NOT_IN_OFFERING', 'The offering does not contain this product.', path);
    else if (choices.has(component.product.id)) findings.add('DUPLICATE', 'The product is named twice.', path);
    else choices.set(component.product.id, { quantity: choice.quantity, index });
  }
  return choices;
}
