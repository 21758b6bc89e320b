import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/refusal.js';
import {
  attributeKinds,
  attributeObjection,
  bundleOf,
  CustomerServiceType,
  normalValues,
  OfferingComponent,
  templatesOf,
  type VersionAttribute,
  type WithOffering,
  type WithProduct,
} from '../catalogue/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { adapterInstructions } from './fulfilment.port.js';

/** A value under a name, as an input gives it. */
export interface GivenValue {
  name: string;
  value: unknown;
}

/** An attribute with the key of its product. */
type OwnAttribute = VersionAttribute & { productId: string };

/** Checks values against the templates of products: each must be known to one of them, fit where it is, and be given once (ORD-33). */
export async function checkValues(
  tx: Transaction,
  sold: readonly WithProduct[],
  given: readonly GivenValue[],
  path: InputPath,
  findings: Findings,
): Promise<OwnAttribute[]> {
  const templates = await templatesOf(tx, sold);
  const template = sold.flatMap(({ product }, index) =>
    templates[index]!.map((attribute) => ({ ...attribute, productId: product.id })),
  );
  const names = new Set<string>();
  for (const [index, { name, value }] of given.entries()) {
    if (names.has(name)) findings.add('DUPLICATE', `The value of "${name}" is given twice.`, [...path, index, 'name']);
    names.add(name);
    if (adapterInstructions().includes(name)) continue;
    const attributes = template.filter((attribute) => attribute.code === name);
    if (attributes.length === 0)
      findings.add('UNKNOWN_CHARACTERISTIC', `No product of this line has a characteristic "${name}".`, [
        ...path,
        index,
        'name',
      ]);
    const objection = attributes
      .map((attribute) => attributeObjection(attribute, value))
      .find((text) => text !== undefined);
    if (objection)
      findings.add('BAD_CHARACTERISTIC', `The value of "${name}" does not fit: ${objection}.`, [
        ...path,
        index,
        'value',
      ]);
  }
  return template;
}

/** Given values in their normal forms, as they are kept; null, which takes a value away, stays. */
export function normalGiven(
  template: readonly Pick<VersionAttribute, 'code' | 'dataType'>[],
  given: readonly GivenValue[],
): GivenValue[] {
  const kinds = attributeKinds(template);
  return given.map(({ name, value }) => ({ name, value: normalValues(kinds, { [name]: value })[name] }));
}

/** Checks the values of a line; what the offering fixes stays, and a new bundle must also have what its products need (PRD-37). */
export async function checkCharacteristics(tx: Transaction, item: CheckedItem, findings: Findings): Promise<void> {
  const isInstall = item.input.action === CustomerServiceType.INSTALL;
  const path = [...item.path, 'characteristics'];
  const template = await checkValues(
    tx,
    isInstall ? item.components : item.instances,
    item.input.characteristics ?? [],
    path,
    findings,
  );
  item.characteristics = normalValues(attributeKinds(template), item.characteristics);
  if (isInstall) return checkBundleValues(tx, item, template, path, findings);
  const bundled = item.instances.map((sold) => ({ sold, bundle: sold.offeringInstance ?? null }));
  await checkFixedValues(tx, bundled, item.input.characteristics ?? [], path, findings);
}

/** Something that was sold, with the bundle that it was sold in; null without one. */
export interface BundledProduct {
  sold: WithProduct;
  bundle: WithOffering | null;
}

/**
 * Refuses with FIXED_BY_OFFERING what would be another value than the bundle fixes, as it was sold (PRD-37, PRD-53): what is fixed stays
 * so while the product is kept in it. Null, which takes a value away, is another one too.
 */
export async function checkFixedValues(
  tx: Transaction,
  products: readonly BundledProduct[],
  given: readonly GivenValue[],
  path: InputPath,
  findings: Findings,
): Promise<void> {
  if (given.length === 0) return;
  const templates = await templatesOf(
    tx,
    products.map(({ sold }) => sold),
  );
  const told = new Set<string>();
  for (const [index, { sold, bundle }] of products.entries()) {
    if (!bundle) continue;
    const component = (await bundleOf(tx, bundle)).find(({ productId }) => productId === sold.product.id);
    const kinds = attributeKinds(templates[index]!);
    const fixed = normalValues(kinds, component?.fixedValues ?? {});
    for (const [place, { name, value }] of given.entries()) {
      if (!(name in fixed) || told.has(name) || normalValues(kinds, { [name]: value })[name] === fixed[name]) continue;
      told.add(name);
      const details = { name, value: fixed[name] };
      findings.add('FIXED_BY_OFFERING', `The offering fixes "${name}".`, [...path, place, 'value'], details);
    }
  }
}

async function checkBundleValues(
  tx: Transaction,
  item: CheckedItem,
  template: readonly OwnAttribute[],
  path: InputPath,
  findings: Findings,
): Promise<void> {
  const bundled = await tx.em.find(OfferingComponent, { offering: item.offering!.id });
  for (const component of bundled) {
    if (!item.components.some(({ product }) => product.id === component.product.id)) continue;
    const fixed = normalValues(attributeKinds(template), component.fixedValues);
    for (const [name, value] of Object.entries(component.fixedValues)) {
      const given = item.characteristics[name];
      if (given !== undefined && given !== fixed[name])
        findings.add('FIXED_BY_OFFERING', `The offering fixes "${name}".`, path, { name, value });
    }
    const needed = template.filter(
      (attribute) =>
        attribute.productId === component.product.id && attribute.mandatory && attribute.defaultValue == null,
    );
    for (const { code } of needed) {
      if (item.characteristics[code] === undefined && component.fixedValues[code] === undefined) {
        findings.add('REQUIRED', `A value for "${code}" is needed.`, path, { name: code });
      }
    }
  }
}
