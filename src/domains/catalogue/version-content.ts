import type { Transaction } from '../../kernel/database/transaction.js';
import type { TimePeriod } from '../../kernel/model/index.js';
import { OfferingComponent } from './offering-component.js';
import { OfferingRelation } from './offering-relation.js';
import { OfferingService } from './offering-service.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { OfferingTariff } from './offering-tariff.js';
import type { Offering } from './offering.js';
import { ProductAttribute } from './product-attribute.js';
import { ProductRelation } from './product-relation.js';
import { ProductService } from './product-service.js';
import type { Product } from './product.js';
import { ServiceRelation } from './service-relation.js';
import { SlaCostBand } from './sla-cost-band.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { offeringParts } from './version-parts.js';

/** The configuration of a product or an offering at one moment, as plain JSON. */
export type VersionContent = Record<string, unknown>;

/** A period as versions keep it. */
export const contentPeriod = ({ from, to }: TimePeriod) => ({
  from: from.toISOString(),
  to: to?.toISOString() ?? null,
});
const byText = <T>(items: readonly T[]): T[] =>
  [...items].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** How a product is configured now (PRD-15), its SLA templates included (PRD-26). */
export async function productContent(tx: Transaction, product: Product): Promise<VersionContent> {
  const own = { product: product.id };
  const attributes = await tx.em.find(ProductAttribute, own, { orderBy: { position: 'asc' } });
  const services = await tx.em.find(ProductService, own);
  const serviceRelations = await tx.em.find(ServiceRelation, own);
  const relations = await tx.em.find(ProductRelation, { from: product.id }, { populate: ['to'] });
  const slaItems = await tx.em.find(
    SlaTemplateItem,
    { template: { product: product.id } },
    { populate: ['template', 'indicator'] },
  );
  const bands = await tx.em.find(SlaCostBand, { item: { template: { product: product.id } } });
  return {
    name: product.name,
    description: product.description ?? null,
    validity: contentPeriod(product.validity),
    attributes: attributes.map(({ code, name, dataType, mandatory, allowedValues, perEnd, ...rest }) => ({
      code,
      name,
      dataType,
      mandatory,
      allowedValues,
      min: rest.min ?? null,
      max: rest.max ?? null,
      unit: rest.unit ?? null,
      defaultValue: rest.defaultValue ?? null,
      perEnd,
    })),
    services: services.map(({ service }) => service).sort(),
    serviceRelations: byText(
      serviceRelations.map(({ running, requested, decision }) => ({ running, requested, decision })),
    ),
    relations: byText(
      relations.map(({ kind, to, selection, validity, note }) => ({
        kind,
        to: to.code,
        selection: selection ?? null,
        validity: contentPeriod(validity),
        // Versions of before say nothing of notes.
        ...(note ? { note } : {}),
      })),
    ),
    sla: byText(
      slaItems.map(({ id, template, indicator, min, max, allowedValues }) => ({
        template: template.code,
        indicator: indicator.code,
        min: min ?? null,
        max: max ?? null,
        allowedValues,
        costs: byText(
          bands
            .filter(({ item }) => item.id === id)
            .map(({ from, to, cost }) => ({ from, to, amount: cost.amount, currency: cost.currency })),
        ),
      })),
    ),
  };
}

/** An attribute of the template as the version of a product keeps it (PRD-12). */
export type VersionAttribute = Pick<
  ProductAttribute,
  'code' | 'name' | 'dataType' | 'mandatory' | 'allowedValues' | 'min' | 'max' | 'unit' | 'defaultValue' | 'perEnd'
>;

/** A product of a bundle as the version of an offering keeps it. */
export interface VersionComponent {
  productId: string;
  product: string;
  minQuantity: number;
  maxQuantity: number;
  defaultQuantity: number;
  required: boolean;
  fixedValues: Record<string, unknown>;
  lifecycleControl: string;
  keepUntil: string | null;
  keepMonths: number | null;
  keepUntilSpent: string | null;
  /** Kind of control for OTHER, with its condition then: what was agreed does not follow the kind. */
  controlKind: { code: string; fulfilled: string } | null;
  controlValues: string[];
  guardedServices: string[];
  penaltyFormula: string | null;
  /** Code of the plan that holds after a breach. */
  replacementPlan: string | null;
  breachAction: string | null;
  breachPrompt: string | null;
}

/** A tariff plan of an offering as the version of the offering keeps it. */
export interface VersionTariff {
  tariffPlan: string;
  isDefault: boolean;
  required: boolean;
  validity: { from: string; to: string | null };
}

/** A relation that starts from an offering as the version of the offering keeps it. */
export interface VersionRelation {
  kind: string;
  /** Code of the offering that it points to. */
  to: string;
  prompt: string | null;
}

/** How an offering is configured now (PRD-53), with what later domains keep of it. */
export async function offeringContent(tx: Transaction, offering: Offering): Promise<VersionContent> {
  const own = { offering: offering.id };
  const components = await tx.em.find(OfferingComponent, own, {
    populate: ['product', 'controlKind', 'replacementPlan'],
  });
  const tariffs = await tx.em.find(OfferingTariff, own, { populate: ['tariffPlan'] });
  const relations = await tx.em.find(OfferingRelation, { from: offering.id }, { populate: ['to'] });
  const services = await tx.em.find(OfferingService, own);
  const slaItems = await tx.em.find(
    OfferingSlaItem,
    { offeringSla: own },
    { populate: ['offeringSla.tariffPlan', 'indicator'] },
  );
  await tx.em.populate(offering, ['guaranteeType', 'productLine']);
  return {
    name: offering.name,
    salesTerms: offering.salesTerms ?? null,
    serviceContent: offering.serviceContent ?? null,
    productLine: offering.productLine?.code ?? null,
    validity: contentPeriod(offering.validity),
    paymentMethods: offering.paymentMethods,
    guarantee: {
      kind: offering.guarantee,
      type: offering.guaranteeType?.code ?? null,
      count: offering.guaranteeCount ?? null,
      amount: offering.guaranteeAmount ?? null,
    },
    components: byText(components.map((component) => componentContent(tx, component))),
    tariffs: byText(
      tariffs.map(({ tariffPlan, isDefault, required, validity }) => ({
        tariffPlan: tariffPlan.code,
        isDefault,
        required,
        validity: contentPeriod(validity),
      })),
    ),
    allowedServices: services.map(({ service }) => service).sort(),
    relations: byText(
      relations.map(({ kind, to, prompt }): VersionRelation => ({ kind, to: to.code, prompt: prompt ?? null })),
    ),
    sla: byText(
      slaItems.map(({ offeringSla, indicator, value, min, max, allowedValues }) => ({
        level: offeringSla.code,
        isDefault: offeringSla.isDefault,
        tariffPlan: offeringSla.tariffPlan?.code ?? null,
        indicator: indicator.code,
        value,
        // Versions of before say nothing of ranges; those without one go on to.
        ...(min != null || max != null ? { min: min ?? null, max: max ?? null } : {}),
        ...(allowedValues.length > 0 ? { allowedValues } : {}),
      })),
    ),
    ...(await offeringParts.read(tx, offering)),
  };
}

function componentContent(tx: Transaction, component: OfferingComponent): VersionComponent {
  return {
    productId: tx.idOf(component.product),
    product: component.product.code,
    minQuantity: component.minQuantity,
    maxQuantity: component.maxQuantity,
    defaultQuantity: component.defaultQuantity,
    required: component.required,
    fixedValues: component.fixedValues,
    lifecycleControl: component.lifecycleControl,
    keepUntil: component.keepUntil?.toISOString() ?? null,
    keepMonths: component.keepMonths ?? null,
    keepUntilSpent: component.keepUntilSpent ?? null,
    controlKind: component.controlKind
      ? { code: component.controlKind.code, fulfilled: component.controlKind.fulfilled }
      : null,
    controlValues: component.controlValues,
    guardedServices: component.guardedServices,
    penaltyFormula: component.penaltyFormula ?? null,
    replacementPlan: component.replacementPlan?.code ?? null,
    breachAction: component.breachAction ?? null,
    breachPrompt: component.breachPrompt ?? null,
  };
}
