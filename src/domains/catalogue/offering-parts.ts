import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { attributeObjection } from './attribute-objection.js';
import { attributeKinds, normalValues } from './attribute-value.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { CatalogueNode } from './catalogue-node.js';
import { CatalogueSubject } from './catalogue.js';
import { soldIn } from './maintenance.js';
import { OfferingComponent } from './offering-component.js';
import type {
  CataloguePlacementInput,
  FixedValueInput,
  OfferingComponentInput,
  OfferingTariffInput,
} from './offering.input.js';
import { OfferingTariff } from './offering-tariff.js';
import type { Offering } from './offering.js';
import { ProductAttribute } from './product-attribute.js';
import { hasEnded } from './present-relations.js';
import { ProductRelation, Selection } from './product-relation.js';
import { Product, ProductStatus } from './product.js';
import { bundleObjection } from './relation-rules.js';
import { TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import { refuseDoubled, validityFrom } from './validity.js';

/** Makes the bundle of an offering what the list says; refuses contradictions among the products (PRD-33, PRD-37, PRD-56). */
export async function setComponents(
  tx: Transaction,
  offering: Offering,
  inputs: readonly OfferingComponentInput[],
  path: InputPath,
): Promise<OfferingComponent[]> {
  const wanted = await readComponents(tx, offering, inputs, path);
  const present = await tx.em.find(OfferingComponent, { offering: offering.id });
  for (const component of present)
    if (!wanted.some(({ product }) => product.id === component.product.id)) tx.em.remove(component);
  return wanted.map(({ product, ...values }) => {
    const component = present.find((own) => own.product.id === product.id);
    if (component) return Object.assign(component, values);
    return tx.add(Object.assign(new OfferingComponent(), { offering, product, breachAction: null, ...values }));
  });
}

/** The bundle that an input describes, checked against products, area and relations; nothing is written. */
export async function readComponents(
  tx: Transaction,
  offering: Offering,
  inputs: readonly OfferingComponentInput[],
  path: InputPath,
) {
  refuseDoubled(inputs, (item) => item.productId, path, 'productId');
  const components = [];
  for (const [index, input] of inputs.entries()) {
    const at = [...path, index];
    const product = await bundled(tx, offering, input.productId, [...at, 'productId']);
    const fixedValues = await checkFixedValues(tx, product, input.fixedValues ?? [], [...at, 'fixedValues']);
    components.push({ product, fixedValues, ...quantities(input, at) });
  }
  await refuseContradictions(
    tx,
    components.map(({ product }) => product),
    path,
  );
  return components;
}

async function bundled(tx: Transaction, offering: Offering, productId: string, path: InputPath): Promise<Product> {
  const product = await tx.get(Product, productId, path);
  if (product.status !== ProductStatus.APPROVED && product.status !== ProductStatus.IN_USE)
    refuse('NOT_SELLABLE', 'Offerings are made from products that are APPROVED or IN_USE.', path, {
      status: product.status,
    });
  if (product.owner) await tx.em.populate(product, ['owner']);
  if (offering.owner) await tx.em.populate(offering, ['owner']);
  if (product.owner && !(offering.owner && soldIn(product, offering.owner)))
    refuse('OUTSIDE_AREA', 'The product is maintained for a smaller area than the offering.', path, {
      area: product.owner.code,
    });
  return product;
}

async function refuseContradictions(tx: Transaction, products: readonly Product[], path: InputPath): Promise<void> {
  const relations = await tx.em.find(
    ProductRelation,
    { from: products.map((product) => product.id) },
    { populate: ['from', 'to'] },
  );
  const facts = relations
    .filter((relation) => !hasEnded(relation, tx.at))
    .map(({ from, to, kind, selection }) => ({
      from: from.code,
      to: to.code,
      kind,
      required: selection === Selection.REQUIRED,
    }));
  const objection = bundleObjection(
    products.map((product) => product.code),
    facts,
  );
  if (objection) refuse('CONTRADICTORY', objection, path);
}

function quantities(input: OfferingComponentInput, path: InputPath) {
  const minQuantity = input.minQuantity ?? 1;
  const maxQuantity = input.maxQuantity ?? Math.max(1, minQuantity);
  const defaultQuantity = input.defaultQuantity ?? minQuantity;
  const required = input.required ?? minQuantity > 0;
  if (maxQuantity < minQuantity)
    refuse('CONTRADICTORY', 'The largest number is below the smallest.', [...path, 'maxQuantity']);
  if (defaultQuantity < minQuantity || defaultQuantity > maxQuantity)
    refuse('CONTRADICTORY', 'The proposed number is not between the smallest and the largest.', [
      ...path,
      'defaultQuantity',
    ]);
  if (required && minQuantity === 0)
    refuse('CONTRADICTORY', 'What must be taken comes at least once.', [...path, 'minQuantity']);
  return { minQuantity, maxQuantity, defaultQuantity, required };
}

async function checkFixedValues(
  tx: Transaction,
  product: Product,
  inputs: readonly FixedValueInput[],
  path: InputPath,
): Promise<Record<string, unknown>> {
  refuseDoubled(inputs, (item) => item.name, path, 'name');
  const template = inputs.length ? await tx.em.find(ProductAttribute, { product: product.id }) : [];
  const values: Record<string, unknown> = {};
  for (const [index, { name, value }] of inputs.entries()) {
    const attribute = template.find((candidate) => candidate.code === name);
    if (!attribute)
      return refuse('UNKNOWN_CHARACTERISTIC', `The product has no attribute "${name}".`, [...path, index, 'name']);
    const objection = attributeObjection(attribute, value);
    if (objection) refuse('BAD_VALUE', `The value of "${name}" does not fit: ${objection}.`, [...path, index, 'value']);
    values[name] = value;
  }
  return normalValues(attributeKinds(template), values);
}

/** Gives a new offering its tariff plans; at most one default per currency (PRD-87, PRD-88). */
export async function addTariffs(
  tx: Transaction,
  offering: Offering,
  inputs: readonly OfferingTariffInput[],
  path: InputPath,
): Promise<void> {
  refuseDoubled(inputs, (item) => item.tariffPlanId, path, 'tariffPlanId');
  const defaults = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const tariffPlan = await tx.get(TariffPlan, input.tariffPlanId, [...path, index, 'tariffPlanId']);
    const { currency } = tariffPlan.price;
    if (tariffPlan.status === TariffPlanStatus.EXPIRED)
      refuse('NOT_SELLABLE', 'The tariff plan has expired.', [...path, index, 'tariffPlanId']);
    if (input.isDefault && defaults.has(currency))
      refuse('CONTRADICTORY', `Another plan is the default in ${currency}.`, [...path, index, 'isDefault']);
    if (input.isDefault) defaults.add(currency);
    const link = {
      isDefault: input.isDefault ?? false,
      required: input.required ?? false,
      validity: validityFrom(tx, {}, path),
    };
    tx.add(Object.assign(new OfferingTariff(), { offering, tariffPlan, ...link }));
  }
}

/** Puts a new offering under headings of catalogues of offerings (PRD-94). */
export async function addPlacements(
  tx: Transaction,
  offering: Offering,
  inputs: readonly CataloguePlacementInput[],
  path: InputPath,
): Promise<void> {
  refuseDoubled(inputs, (item) => item.catalogueNodeId, path, 'catalogueNodeId');
  for (const [index, input] of inputs.entries()) {
    const at = [...path, index, 'catalogueNodeId'];
    const heading = await tx.get(CatalogueNode, input.catalogueNodeId, at);
    await tx.em.populate(heading, ['catalogue']);
    if (heading.catalogue.subject !== CatalogueSubject.OFFERING)
      refuse('CONTRADICTORY', 'This is a heading of a catalogue of products.', at);
    const position = 1 + (await tx.em.count(CatalogueEntry, { heading: heading.id }));
    tx.add(Object.assign(new CatalogueEntry(), { heading, offering, product: null, position }));
  }
}
