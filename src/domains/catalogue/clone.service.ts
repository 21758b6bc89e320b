import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Class, Node } from '../../kernel/model/index.js';
import { askApproval } from '../../kernel/process/index.js';
import { offeringApproval, productApproval } from './catalogue-approvals.js';
import type { OfferingCloneInput, ProductCloneInput } from './catalogue-change.input.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { copyRow, copyRows } from './copy-rows.js';
import { ownerOfCopy } from './maintenance.js';
import { OfferingComponent } from './offering-component.js';
import { offeringLifecycle } from './offering.lifecycle.js';
import { readComponents } from './offering-parts.js';
import { OfferingRelation } from './offering-relation.js';
import { OfferingService } from './offering-service.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { OfferingSla } from './offering-sla.js';
import { OfferingTariff } from './offering-tariff.js';
import { Offering } from './offering.js';
import { ProductAttribute } from './product-attribute.js';
import { productLifecycle } from './product.lifecycle.js';
import { ProductRequirement } from './product-requirement.js';
import { ProductRelation } from './product-relation.js';
import { ProductService } from './product-service.js';
import { Product } from './product.js';
import { asComponentInput } from './product-package.service.js';
import { refusingAt } from './refusing-at.js';
import { ServiceRelation } from './service-relation.js';
import { SlaCostBand } from './sla-cost-band.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { SlaTemplate } from './sla-template.js';
import { offeringParts } from './version-parts.js';
import { offeringVersion, productVersion } from './versions.js';

/**
 * Copies a product with its template, relations, SLA templates and services (PRD-11). The copy is maintained by the caller at the level of
 * the original, PENDING_APPROVAL, and points to the original, which is not touched.
 */
export async function cloneProduct(context: CallContext, input: ProductCloneInput): Promise<Product> {
  return context.database.write(context, async (tx) => {
    const source = await tx.get(Product, input.productId, ['input', 'productId']);
    if (await tx.em.findOne(Product, { code: input.code }))
      refuse('DUPLICATE', 'Another product has this code.', ['input', 'code']);
    const product = copyRow(Product, source, {
      code: input.code,
      ...(await headOfCopy(tx, source, input.name, ['input', 'productId'])),
    });
    productLifecycle.begin(tx, tx.add(product));
    await copyRows(tx, ProductAttribute, 'product', source, product);
    await copyRows(tx, ProductService, 'product', source, product);
    await copyRows(tx, ServiceRelation, 'product', source, product);
    await copyRows(tx, ProductRequirement, 'product', source, product);
    await copyRelations(tx, ProductRelation, source, product);
    await cloneTemplates(tx, source, product);
    await productVersion(tx, product);
    await askApproval(tx, productApproval(product));
    return product;
  });
}

async function cloneTemplates(tx: Transaction, source: Product, product: Product): Promise<void> {
  const templates = await tx.em.find(SlaTemplate, { product: source.id }, { orderBy: { code: 'asc' } });
  for (const [index, template] of templates.entries()) {
    const code = await freeCode(tx, SlaTemplate, `${product.code}_SLA${index + 1}`);
    const made = tx.add(copyRow(SlaTemplate, template, { code, product }));
    for (const item of await tx.em.find(SlaTemplateItem, { template: template.id })) {
      const range = tx.add(copyRow(SlaTemplateItem, item, { template: made }));
      for (const band of await tx.em.find(SlaCostBand, { item: item.id }))
        tx.add(copyRow(SlaCostBand, band, { item: range }));
    }
  }
}

/**
 * Copies an offering with its bundle, tariff plans, relations, allowed services, service levels, places in catalogues, and what limits its
 * sale and lowers its price (PRD-50). Refused with NOT_SELLABLE when a product of it is not sold any more.
 */
export async function cloneOffering(context: CallContext, input: OfferingCloneInput): Promise<Offering> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'offeringId'];
    const source = await tx.get(Offering, input.offeringId, path);
    if (await tx.em.findOne(Offering, { code: input.code }))
      refuse('DUPLICATE', 'Another offering has this code.', ['input', 'code']);
    const offering = copyRow(Offering, source, {
      code: input.code,
      ...(await headOfCopy(tx, source, input.name, path)),
    });
    const components = await tx.em.find(OfferingComponent, { offering: source.id }, { populate: ['product'] });
    const bundle = components.map((component) => asComponentInput(tx, component));
    await refusingAt(path, () => readComponents(tx, offering, bundle, path));
    offeringLifecycle.begin(tx, tx.add(offering));
    for (const component of components) tx.add(copyRow(OfferingComponent, component, { offering }));
    await copyRows(tx, OfferingTariff, 'offering', source, offering);
    await copyRows(tx, OfferingService, 'offering', source, offering);
    await copyRows(tx, CatalogueEntry, 'offering', source, offering);
    await copyRelations(tx, OfferingRelation, source, offering);
    await cloneLevels(tx, source, offering);
    await offeringParts.copy(tx, source, offering);
    await offeringVersion(tx, offering);
    await askApproval(tx, offeringApproval(offering));
    return offering;
  });
}

async function cloneLevels(tx: Transaction, source: Offering, offering: Offering): Promise<void> {
  const levels = await tx.em.find(OfferingSla, { offering: source.id }, { orderBy: { code: 'asc' } });
  for (const [index, level] of levels.entries()) {
    const code = await freeCode(tx, OfferingSla, `${offering.code.slice(0, 50)}_L${index + 1}`);
    const made = tx.add(copyRow(OfferingSla, level, { code, offering }));
    for (const item of await tx.em.find(OfferingSlaItem, { offeringSla: level.id }))
      tx.add(copyRow(OfferingSlaItem, item, { offeringSla: made }));
  }
}

/** A code that nothing has yet: the given one, or it with a number. */
async function freeCode(tx: Transaction, noun: Class<SlaTemplate> | Class<OfferingSla>, code: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? code : `${code}_${number}`;
    if (!(await tx.em.findOne(noun as Class<SlaTemplate>, { code: candidate }))) return candidate;
  }
}

/** What every copy says of itself. */
async function headOfCopy<T extends Product | Offering>(
  tx: Transaction,
  source: T,
  name: string | null | undefined,
  path: InputPath,
) {
  return {
    name: name ?? source.name,
    owner: await ownerOfCopy(tx, source.level, path),
    configuredBy: tx.caller.subject,
    configuredAt: tx.at,
    clonedFrom: source,
  };
}

/** Copies relations that start from the original, and those that exclude it: what excludes the original excludes its copy. */
async function copyRelations<T extends ProductRelation | OfferingRelation>(
  tx: Transaction,
  noun: Class<T> & (new () => T),
  source: Node,
  made: Node,
): Promise<void> {
  await copyRows(tx, noun, 'from', source, made);
  await copyRows(tx, noun, 'to', source, made, { kind: 'EXCLUDE' });
}
