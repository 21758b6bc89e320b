import type { Transaction } from '../../kernel/database/transaction.js';
import { OfferingComponent, ProductRelation, ProductRelationKind, Selection } from '../catalogue/index.js';
import { type ChosenPieces, openProducts } from '../qualification/index.js';
import type { CheckedItem, ComponentChoice } from './checked-item.js';
import type { Findings } from './findings.js';
import { covers } from './pricing.js';

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
  const { products, objections } = openProducts(bundled, await attachmentsOf(tx, bundled), choices);
  findings.addAll(objections, item.path);
  const pieces = products.reduce((sum, { quantity }) => sum + quantity, 0) * item.quantity;
  if (pieces > mostPieces)
    findings.add('TOO_MANY', `At most ${mostPieces} pieces may stand on one line.`, [...item.path, 'quantity'], {
      pieces,
    });
  return products;
}

/** Attached products that come by themselves with products of the offering (PRD-17). */
async function attachmentsOf(tx: Transaction, bundled: readonly OfferingComponent[]): Promise<ProductRelation[]> {
  const relations = await tx.em.find(
    ProductRelation,
    {
      kind: ProductRelationKind.ATTACH,
      selection: { $in: [Selection.DEFAULT, Selection.REQUIRED] },
      from: { $in: bundled.map(({ product }) => product.id) },
    },
    { populate: ['from', 'to'], orderBy: { id: 'asc' } },
  );
  return relations.filter(({ validity }) => covers(validity, tx.at));
}

function readChoices(
  tx: Transaction,
  item: CheckedItem,
  bundled: readonly OfferingComponent[],
  findings: Findings,
): Map<string, ChosenPieces> {
  const choices = new Map<string, ChosenPieces>();
  for (const [index, choice] of (item.input.components ?? []).entries()) {
    const path = [...item.path, 'components', index, 'productId'];
    const component = bundled.find((candidate) => tx.idOf(candidate.product) === choice.productId);
    if (!component) findings.add('NOT_IN_OFFERING', 'The offering does not contain this product.', path);
    else if (choices.has(component.product.id)) findings.add('DUPLICATE', 'The product is named twice.', path);
    else choices.set(component.product.id, { quantity: choice.quantity, path: ['components', index, 'quantity'] });
  }
  return choices;
}
