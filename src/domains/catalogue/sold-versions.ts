import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { OfferingComponent } from './offering-component.js';
import { OfferingRelation, OfferingRelationKind } from './offering-relation.js';
import { OfferingService } from './offering-service.js';
import { OfferingVersion } from './offering-version.js';
import type { Offering } from './offering.js';
import { ProductAttribute } from './product-attribute.js';
import { ProductService } from './product-service.js';
import { ProductVersion } from './product-version.js';
import type { Product } from './product.js';
import type { CustomerServiceType } from './service-type.js';
import type { VersionAttribute, VersionComponent, VersionRelation } from './version-content.js';

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

/** Customer services that hold for what was sold, and by what. */
export interface SoldServices {
  services: readonly CustomerServiceType[];
  /** Number of the version that says so; null where what is configured now does. */
  version: number | null;
}

/** The only services that the offering permits on what was sold; none permits all: of the version it was sold on, else as they are now (PRD-41, PRD-53). */
export async function permittedServicesOf(
  tx: Transaction,
  { offering, offeringVersion }: WithOffering,
): Promise<SoldServices> {
  if (!offeringVersion) {
    const present = await tx.em.find(OfferingService, { offering: offering.id });
    return { services: present.map(({ service }) => service).sort(), version: null };
  }
  const { content, number } = await tx.em.findOneOrFail(OfferingVersion, offeringVersion.id);
  return { services: (content['allowedServices'] ?? []) as CustomerServiceType[], version: number };
}

/** The services that a product has for what was sold: of the version it was sold on, else as they are now (PRD-15, PRD-27). */
export async function productServicesOf(
  tx: Transaction,
  { product, productVersion }: WithProduct,
): Promise<SoldServices> {
  if (!productVersion) {
    const present = await tx.em.find(ProductService, { product: product.id });
    return { services: present.map(({ service }) => service).sort(), version: null };
  }
  const { content, number } = await tx.em.findOneOrFail(ProductVersion, productVersion.id);
  return { services: content['services'] as CustomerServiceType[], version: number };
}

/** What excludes other offerings, as it was sold. */
export interface SoldExclusions {
  offering: Offering;
  /** Codes of the offerings that it excludes. */
  excluded: readonly string[];
  /** Number of the version that says so; of the present one, where what is configured now does. */
  version: number;
}

/** What offerings that were sold exclude by themselves, in the order given: of the version each was sold on, else as it is now (PRD-53, PRD-54). */
export async function exclusionsOf(tx: Transaction, sold: readonly WithOffering[]): Promise<SoldExclusions[]> {
  const versionIds = [...new Set(sold.flatMap(({ offeringVersion }) => offeringVersion?.id ?? []))];
  const found = versionIds.length > 0 ? await tx.em.find(OfferingVersion, { id: { $in: versionIds } }) : [];
  const versions = new Map(found.map((version) => [version.id, version]));
  const unpinned = sold.flatMap(({ offering, offeringVersion }) => (offeringVersion ? [] : [offering.id]));
  const { EXCLUDE: kind } = OfferingRelationKind;
  const present =
    unpinned.length > 0
      ? await tx.em.find(OfferingRelation, { from: { $in: [...new Set(unpinned)] }, kind }, { populate: ['to'] })
      : [];
  const now = await versionsInForce(tx, unpinned);
  return sold.map(({ offering, offeringVersion }) => {
    const version = offeringVersion && versions.get(offeringVersion.id);
    const relations = (version?.content['relations'] ?? []) as VersionRelation[];
    return {
      offering,
      excluded: version
        ? relations.flatMap((relation) => (relation.kind === kind ? [relation.to] : []))
        : present.flatMap(({ from, to }) => (from.id === offering.id ? [to.code] : [])),
      version: version?.number ?? now.get(offering.id)!,
    };
  });
}

/** Numbers of the versions that offerings are on now, by their keys; of the first one, where none has been written yet. */
export async function versionsInForce(
  tx: Transaction,
  offeringIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(offeringIds)];
  const found =
    ids.length > 0 ? await tx.em.find(OfferingVersion, { offering: { $in: ids }, validity: { to: null } }) : [];
  const numbers = new Map(found.map(({ offering, number }) => [offering.id, number]));
  return new Map(ids.map((id) => [id, numbers.get(id) ?? 1]));
}
