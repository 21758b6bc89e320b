import {
  ChargeType,
  type CustomerServiceType,
  EquivalentKind,
  Offering,
  OfferingComponent,
  OfferingStatus,
  OfferingTariff,
  Product,
  ProductAttribute,
  type ProductKind,
  ProductRelation,
  ProductRelationKind,
  ProductService,
  SlaTemplate,
  SlaTemplateItem,
  type SlaIndicator,
  TariffPlanMember,
} from '../../src/domains/catalogue/index.js';
import { ContactMode, ContactType, InteractionPlatform } from '../../src/domains/contact/index.js';
import { InternalOrganization } from '../../src/domains/party/index.js';
import { Region, RegionKind } from '../../src/domains/region/index.js';
import { TicketCategory, TicketRule } from '../../src/domains/trouble/index.js';
import type { Database } from '../../src/kernel/database/database.js';
import { defaultValues } from '../bulk/characteristics.js';

/** A product as the generator needs it. */
export interface RefProduct {
  id: string;
  code: string;
  kind: ProductKind;
  attributes: ProductAttribute[];
  /** Values that instances carry by default. */
  defaults: Record<string, unknown>;
  /** What may be ordered on it. */
  services: Set<CustomerServiceType>;
  /** Keys of the main products that carry it. */
  carriers: string[];
  /** Promises that can be made for it; empty for most. */
  promises: { indicator: SlaIndicator; min: string | null; max: string | null }[];
}

export interface RefComponent {
  product: RefProduct;
  min: number;
  proposed: number;
  max: number;
  fixed: Record<string, unknown>;
}

/** An offering on sale with its price in CNY. */
export interface RefOffering {
  id: string;
  code: string;
  name: string;
  components: RefComponent[];
  planId: string;
  /** Price of a month and of the installation, in CNY. */
  monthly: number;
  oneTime: number;
}

/** A region in which customers live. */
export interface RefRegion {
  id: string;
  code: string;
  /** Name of the city. */
  city: string;
  /** The hall that serves it. */
  organizationId: string;
  /** Code of the local network it is or lies in. */
  network: string;
}

/** Everything that a population refers to. */
export interface Reference {
  regions: RefRegion[];
  hotlineId: string;
  countryId: string;
  products: RefProduct[];
  offerings: RefOffering[];
  contactTypes: ContactType[];
  contactModes: ContactMode[];
  platforms: InteractionPlatform[];
  categories: TicketCategory[];
  ticketRules: TicketRule[];
}

const CURRENCY = 'CNY';

/** Reads the reference data of the database; the baseline of the domains must be there. */
export async function loadReference(database: Database): Promise<Reference> {
  const em = database.orm.em.fork();
  const products = await loadProducts(em);
  const hotline = await em.findOneOrFail(InternalOrganization, { code: 'HQ-10000' }, { populate: ['region'] });
  return {
    regions: await loadRegions(em),
    hotlineId: hotline.id,
    countryId: hotline.region!.id,
    products: [...products.values()],
    offerings: await loadOfferings(em, products),
    contactTypes: await em.find(ContactType, { active: true }, { orderBy: { code: 'asc' } }),
    contactModes: await em.find(ContactMode, { active: true }, { orderBy: { code: 'asc' } }),
    platforms: await em.find(InteractionPlatform, { active: true }, { orderBy: { code: 'asc' } }),
    categories: await em.find(TicketCategory, { active: true }, { orderBy: { code: 'asc' } }),
    ticketRules: await em.find(TicketRule, { active: true }),
  };
}

type Reader = ReturnType<Database['orm']['em']['fork']>;

async function loadRegions(em: Reader): Promise<RefRegion[]> {
  const halls = await em.find(
    InternalOrganization,
    { code: { $like: 'H%' } },
    { populate: ['region'], orderBy: { code: 'asc' } },
  );
  const districts = await em.find(Region, { kind: RegionKind.DISTRICT }, { orderBy: { code: 'asc' } });
  return halls
    .filter(({ region }) => region?.kind === RegionKind.LOCAL_NETWORK)
    .flatMap((hall) => {
      const { id, code, name } = hall.region!;
      const here = { city: `${name}市`, organizationId: hall.id, network: code };
      const inside = districts.filter(({ parent }) => parent?.id === id);
      return [
        { id, code, ...here },
        ...inside.map((district) => ({
          ...here,
          id: district.id,
          code: district.code,
          city: `${name}市${district.name}`,
        })),
      ];
    });
}

async function loadProducts(em: Reader): Promise<Map<string, RefProduct>> {
  const attributes = await em.find(ProductAttribute, {}, { orderBy: { position: 'asc' } });
  const services = await em.find(ProductService, {});
  const attached = await em.find(ProductRelation, { kind: ProductRelationKind.ATTACH });
  const templates = await em.find(SlaTemplate, {});
  const promises = await em.find(SlaTemplateItem, {}, { populate: ['indicator', 'template'] });
  const products = await em.find(Product, {}, { orderBy: { code: 'asc' } });
  return new Map(
    products.map((product) => {
      const own = attributes.filter((attribute) => attribute.product.id === product.id);
      const template = templates.find((each) => each.product.id === product.id);
      return [
        product.id,
        {
          id: product.id,
          code: product.code,
          kind: product.kind,
          attributes: own,
          defaults: defaultValues(own),
          services: new Set(services.filter((each) => each.product.id === product.id).map(({ service }) => service)),
          carriers: attached.filter(({ to }) => to.id === product.id).map(({ from }) => from.id),
          promises: promises
            .filter((item) => item.template.id === template?.id)
            .map(({ indicator, min, max }) => ({ indicator, min: min ?? null, max: max ?? null })),
        },
      ];
    }),
  );
}

async function loadOfferings(em: Reader, products: Map<string, RefProduct>): Promise<RefOffering[]> {
  const offerings = await em.find(Offering, { status: OfferingStatus.IN_USE }, { orderBy: { code: 'asc' } });
  const components = await em.find(OfferingComponent, {}, { orderBy: { id: 'asc' } });
  const tariffs = await em.find(OfferingTariff, { isDefault: true }, { populate: ['tariffPlan'] });
  const members = await em.find(TariffPlanMember, {}, { populate: ['rule'] });
  return offerings.flatMap((offering) => {
    const plan = tariffs.find(
      (tariff) => tariff.offering.id === offering.id && tariff.tariffPlan.price.currency === CURRENCY,
    )?.tariffPlan;
    if (!plan) return [];
    const fees = members.filter(
      ({ plan: of, rule }) =>
        of.id === plan.id &&
        rule?.type === ChargeType.ONE_TIME &&
        rule.equivalent === EquivalentKind.MONEY &&
        rule.currency === CURRENCY,
    );
    const parts = components.filter((component) => component.offering.id === offering.id);
    return [
      {
        id: offering.id,
        code: offering.code,
        name: offering.name,
        components: parts.map(({ product, minQuantity, defaultQuantity, maxQuantity, fixedValues }) => ({
          product: products.get(product.id)!,
          min: minQuantity,
          proposed: defaultQuantity,
          max: maxQuantity,
          fixed: fixedValues,
        })),
        planId: plan.id,
        monthly: Number(plan.price.amount),
        oneTime: fees.reduce((sum, { rule }) => sum + Number(rule!.value ?? 0), 0),
      },
    ];
  });
}
