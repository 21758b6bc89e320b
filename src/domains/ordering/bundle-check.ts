import type { Transaction } from '../../kernel/database/transaction.js';
import {
  OfferingComponent,
  ProductRelation,
  ProductRelationKind,
  ProductStatus,
  Selection,
  type Product,
} from '../catalogue/index.js';
import type { CheckedItem, ComponentChoice } from './checked-item.js';
import type { Findings } from './findings.js';
import { covers } from './pricing.js';

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
  const attachments = await attachmentsOf(tx, bundled, choices);
  for (const component of bundled) {
    const choice = choices.get(component.product.id);
    const attached = attachments.get(component.product.id);
    // What comes with a main product by default is proposed though the offering leaves it open.
    const proposed = Math.max(component.defaultQuantity, attached ? Math.min(1, component.maxQuantity) : 0);
    const quantity = choice?.quantity ?? proposed;
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
    if (quantity === 0 && attached?.required) {
      const details = { product: component.product.code, main: attached.main };
      findings.add('ATTACHED_REQUIRED', `${attached.main} always comes with ${component.product.code}.`, path, details);
    }
    if (quantity === 0) continue;
    if (!sellable.includes(component.product.status))
      findings.add('NOT_IN_SALE', `Product ${component.product.code} is not sold now.`, path);
    chosen.push({ product: component.product, quantity });
  }
  // What always comes with a main product is added though the offering does not name it.
  for (const { product, required } of attachments.values()) {
    if (!required || bundled.some((component) => component.product.id === product.id)) continue;
    if (!sellable.includes(product.status))
      findings.add('NOT_IN_SALE', `Product ${product.code} is not sold now.`, item.path);
    chosen.push({ product, quantity: 1 });
  }
  const pieces = chosen.reduce((sum, { quantity }) => sum + quantity, 0) * item.quantity;
  if (chosen.length === 0) findings.add('NOTHING_TO_INSTALL', 'The line contains no product at all.', item.path);
  if (pieces > mostPieces)
    findings.add('TOO_MANY', `At most ${mostPieces} pieces may stand on one line.`, [...item.path, 'quantity'], {
      pieces,
    });
  return chosen;
}

interface Attachment {
  product: Product;
  /** Code of the main product that it comes with. */
  main: string;
  required: boolean;
}

/** Attached products that come by themselves with the main products of the line, by key (PRD-17). */
async function attachmentsOf(
  tx: Transaction,
  bundled: readonly OfferingComponent[],
  choices: ReadonlyMap<string, { quantity: number }>,
): Promise<Map<string, Attachment>> {
  const taken = bundled.filter(
    ({ product, defaultQuantity }) => (choices.get(product.id)?.quantity ?? defaultQuantity) > 0,
  );
  const relations = await tx.em.find(
    ProductRelation,
    {
      kind: ProductRelationKind.ATTACH,
      selection: { $in: [Selection.DEFAULT, Selection.REQUIRED] },
      from: { $in: taken.map(({ product }) => product.id) },
    },
    { populate: ['from', 'to'], orderBy: { id: 'asc' } },
  );
  const attachments = new Map<string, Attachment>();
  for (const { from, to, selection, validity } of relations) {
    if (!covers(validity, tx.at)) continue;
    const required = selection === Selection.REQUIRED || (attachments.get(to.id)?.required ?? false);
    attachments.set(to.id, { product: to, main: from.code, required });
  }
  return attachments;
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
