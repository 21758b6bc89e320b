import type { Transaction } from '../../../kernel/database/transaction.js';
import { TimePeriod } from '../../../kernel/model/index.js';
import { BusinessLine } from '../business-line.js';
import { MaintenanceLevel } from '../maintenance-level.js';
import { ProductAttribute } from '../product-attribute.js';
import { ProductLine } from '../product-line.js';
import { ProductRelation, ProductRelationKind, Selection } from '../product-relation.js';
import { ProductService } from '../product-service.js';
import { Product, ProductKind, ProductProviderKind, ProductStatus } from '../product.js';
import { ServiceConflict, ServiceRelation } from '../service-relation.js';
import { CustomerServiceType as S } from '../service-type.js';
import { type ByCode, ensureByCode } from './by-code.js';
import { businessLines } from './lines.data.js';
import { type ProductData, products } from './products.data.js';

/** When the offers of the baseline began; before the customers of former systems joined. */
export const baselineSince = new Date('2010-01-01T00:00:00Z');

/** What a service in flight means for another one (PRD-28, ORD-10). */
const conflicts = [
  { running: S.REMOVE, requested: S.MOVE, decision: ServiceConflict.REJECT },
  { running: S.MOVE, requested: S.TRANSFER, decision: ServiceConflict.WAIT },
  { running: S.MOVE, requested: S.REMOVE, decision: ServiceConflict.OVERRIDE },
];

export async function ensureLines(tx: Transaction): Promise<ByCode<ProductLine>> {
  const businesses = await ensureByCode(tx, BusinessLine, businessLines, ({ name }) => ({ name, description: null }));
  const lines = businessLines.flatMap(({ code: business, productLines }) =>
    productLines.map((line) => ({ ...line, business })),
  );
  return ensureByCode(tx, ProductLine, lines, ({ name, description, business }) => ({
    name,
    description,
    businessLine: businesses.get(business),
    parent: null,
  }));
}

export async function ensureProducts(tx: Transaction, lines: ByCode<ProductLine>): Promise<ByCode<Product>> {
  const made = await ensureByCode(tx, Product, products, ({ name, description, line, kind, nature }) => ({
    name,
    description,
    kind,
    nature,
    status: ProductStatus.IN_USE,
    level: MaintenanceLevel.HEADQUARTERS,
    providerKind: ProductProviderKind.OWN,
    provider: null,
    productLine: lines.get(line),
    clonedFrom: null,
    validity: TimePeriod.since(baselineSince),
  }));
  for (const data of products) if (made.isNew(data.code)) addParts(tx, data, made);
  return made;
}

function addParts(tx: Transaction, data: ProductData, made: ByCode<Product>): void {
  const product = made.get(data.code);
  for (const [index, attribute] of data.attributes.entries()) {
    const plain = {
      mandatory: false,
      perEnd: false,
      min: null,
      max: null,
      unit: null,
      defaultValue: null,
      ...attribute,
    };
    const allowedValues = [...(attribute.allowedValues ?? [])];
    tx.add(Object.assign(new ProductAttribute(), plain, { product, allowedValues, position: index + 1 }));
  }
  for (const service of data.services) tx.add(Object.assign(new ProductService(), { product, service }));
  for (const conflict of data.services.includes(S.MOVE) ? conflicts : [])
    tx.add(Object.assign(new ServiceRelation(), { product, ...conflict }));
  for (const main of data.attachedTo ?? []) {
    if (data.kind !== ProductKind.ATTACHED)
      throw new Error(`${data.code} is attached to ${main} but of kind ${data.kind}.`);
    const selection = data.selection ?? Selection.OPTIONAL;
    tx.add(relation(made.get(main), product, ProductRelationKind.ATTACH, selection));
  }
  if (data.code === 'INTERNET_FIBER')
    tx.add(relation(made.get('INTERNET_DSL'), product, ProductRelationKind.UPGRADE, null));
}

function relation(from: Product, to: Product, kind: ProductRelationKind, selection: Selection | null): ProductRelation {
  return Object.assign(new ProductRelation(), { from, to, kind, selection, validity: TimePeriod.since(baselineSince) });
}
