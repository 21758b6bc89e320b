import type { Product, ProductKind } from '../../../src/domains/catalogue/index.js';
import {
  OfferingComponent,
  Offering,
  ProductAttribute,
  ProductRelation,
  ProductRelationKind,
  TariffPlan,
} from '../../../src/domains/catalogue/index.js';
import { ensureRegions, Region, RegionKind } from '../../../src/domains/region/index.js';
import type { Database } from '../../../src/kernel/database/database.js';
import { ImportError } from '../../../src/kernel/imports/index.js';
import { defaultValues } from '../../bulk/characteristics.js';

/** The offering that holds services in any combination at a price of its own. */
const OFFERING = 'OF_HOME_CHOICE';
const PLAN = 'TP_HOME_CHOICE_USD';

/** A product as an instance needs it. */
export interface TargetProduct {
  id: string;
  kind: ProductKind;
  /** Values of the attributes that every instance must carry. */
  characteristics: Record<string, unknown>;
  /** Codes of the main products that carry it. */
  carriers: string[];
}

/** What rows of the table refer to. */
export interface TelcoChurnTarget {
  regionId: string;
  offeringId: string;
  tariffPlanId: string;
  products: Map<string, TargetProduct>;
}

/** Finds what the rows refer to; adds the region where the customers of the table live, unless another one is named. */
export async function loadTarget(database: Database, regionCode: string | undefined): Promise<TelcoChurnTarget> {
  const em = database.orm.em.fork();
  const wanted = regionCode ?? 'US-CA';
  if (!regionCode) {
    await ensureRegions(database.systemContext('import:telco-churn'), [
      { code: 'US', name: 'United States', kind: RegionKind.COUNTRY },
      { code: 'US-CA', name: 'California', kind: RegionKind.PROVINCE, parent: 'US' },
    ]);
  }
  const region = await em.findOne(Region, { code: wanted });
  if (!region) throw new ImportError('UNKNOWN_REGION', `There is no region with the code "${wanted}".`);
  const offering = await em.findOneOrFail(Offering, { code: OFFERING });
  const plan = await em.findOneOrFail(TariffPlan, { code: PLAN });
  const components = await em.find(OfferingComponent, { offering: offering.id }, { populate: ['product'] });
  const ids = components.map(({ product }) => product.id);
  const attributes = await em.find(ProductAttribute, { product: { $in: ids } });
  const carried = await em.find(
    ProductRelation,
    { kind: ProductRelationKind.ATTACH, to: { $in: ids } },
    { populate: ['from'] },
  );
  const products = new Map(
    components.map(({ product, fixedValues }) => [
      product.code,
      {
        id: product.id,
        kind: product.kind,
        characteristics: {
          ...defaultValues(attributes.filter((attribute) => attribute.product.id === product.id)),
          ...fixedValues,
        },
        carriers: carried
          .filter((relation) => relation.to.id === product.id)
          .map((relation) => (relation.from as Product).code),
      },
    ]),
  );
  return { regionId: region.id, offeringId: offering.id, tariffPlanId: plan.id, products };
}
