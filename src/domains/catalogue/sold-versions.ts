import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { OfferingComponent } from './offering-component.js';
import { OfferingTariff } from './offering-tariff.js';
import { OfferingVersion } from './offering-version.js';
import type { Offering } from './offering.js';
import { ProductAttribute } from './product-attribute.js';
import { ProductVersion } from './product-version.js';
import type { Product } from './product.js';
import { TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import type { VersionAttribute, VersionComponent, VersionTariff } from './version-content.js';

/** Something that refers to a product, with the version on which it was sold where that is known. */
export interface WithProduct {
  product: Product;
  productVersion?: ProductVersion | null;
}

/** Something that refers to an offering, with the version on which it was sold where that is known. */
export interface WithOffering {
  offering: Offering;
  offeringVersion?: OfferingVersion | null;
}

/** A product of a bundle that was sold. */
export interface SoldComponent {
  /** Key of the product. */
  productId: string;
  minQuantity: number;
  fixedValues: Record<string, unknown>;
}

/** The templates that hold for what was sold, in the order given: of the version it was sold on, else as it is now (PRD-15). */
export async function templatesOf(tx: Transaction, sold: readonly WithProduct[]): Promise<VersionAttribute[][]> {
  const versionIds = [...new Set(sold.flatMap(({ productVersion }) => (productVersion ? [productVersion.id] : [])))];
  const versions = versionIds.length ? await tx.em.find(ProductVersion, { id: versionIds }) : [];
  const templates = new Map(
    versions.map((version) => [version.id, version.content['attributes'] as VersionAttribute[]]),
  );
  const unpinned = sold.flatMap(({ product, productVersion }) => (productVersion ? [] : [product.id]));
  const present = unpinned.length
    ? await tx.em.find(ProductAttribute, { product: [...new Set(unpinned)] }, { orderBy: { position: 'asc' } })
    : [];
  return sold.map(({ product, productVersion }) =>
    productVersion
      ? (templates.get(productVersion.id) ?? [])
      : present.filter((attribute) => attribute.product.id === product.id),
  );
}

/** The bundle that holds for what was sold: of the version it was sold on, else as it is now (PRD-53). */
export async function bundleOf(tx: Transaction, { offering, offeringVersion }: WithOffering): Promise<SoldComponent[]> {
  if (!offeringVersion) {
    const present = await tx.em.find(OfferingComponent, { offering: offering.id });
    return present.map(({ product, minQuantity, fixedValues }) => ({
      productId: product.id,
      minQuantity,
      fixedValues,
    }));
  }
  const { content } = await tx.em.findOneOrFail(OfferingVersion, offeringVersion.id);
  return (content['components'] as VersionComponent[]).map(({ productId, minQuantity, fixedValues }) => ({
    productId: decodeId(productId)!.uuid,
    minQuantity,
    fixedValues,
  }));
}

/**
 * Keys of the plans that everybody had to have who bought something at a moment: of the version it was sold on, else those of now (PRD-88).
 */
export async function requiredPlansOf(
  tx: Transaction,
  { offering, offeringVersion }: WithOffering,
  soldAt: Date,
): Promise<string[]> {
  if (!offeringVersion) {
    const present = await tx.em.find(
      OfferingTariff,
      { offering: offering.id, required: true, tariffPlan: { status: TariffPlanStatus.ACTIVE } },
      { populate: ['tariffPlan'] },
    );
    return present
      .filter(({ validity }) => validity.from <= tx.at && (!validity.to || validity.to > tx.at))
      .map(({ tariffPlan }) => tariffPlan.id);
  }
  const { content } = await tx.em.findOneOrFail(OfferingVersion, offeringVersion.id);
  const codes = (content['tariffs'] as VersionTariff[])
    .filter(
      ({ required, validity: { from, to } }) => required && new Date(from) <= soldAt && (!to || new Date(to) > soldAt),
    )
    .map(({ tariffPlan }) => tariffPlan);
  const plans = codes.length > 0 ? await tx.em.find(TariffPlan, { code: { $in: codes } }) : [];
  return plans.map(({ id }) => id);
}
