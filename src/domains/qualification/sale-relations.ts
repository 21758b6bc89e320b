import type { Caller } from '../../kernel/access/index.js';
import { userError, type UserError } from '../../kernel/errors/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { OfferingRelationKind, ProductKind, ProductRelationKind as Kind } from '../catalogue/index.js';
import type { SoldProduct } from './opened-products.js';

type Named = Pick<SoldProduct, 'id' | 'code' | 'name'>;

/** How two offerings relate as they are sold now; EXCLUDE works both ways. */
export interface OfferingLink {
  kind: OfferingRelationKind;
  from: Named;
  to: Named;
  /** Number of the version of `from` that says so (PRD-53). */
  version: number;
}

/** Something that is there and excludes an offering, as it was sold (PRD-53). */
export interface SoldExclusion {
  from: Named;
  /** Number of the version that says so; of the present one for what was sold before versions were kept. */
  version: number;
}

/** How two products relate at the moment; EXCLUDE works both ways. */
export interface ProductLink {
  kind: Kind;
  from: Named;
  to: Named;
}

/** Something bought, as relations look at it. */
export interface BoughtLine {
  /** Key of the offering. */
  offeringId: string;
  /** The products that it opens. */
  products: readonly SoldProduct[];
}

/** What a customer has, or is to get by earlier orders, and keeps when the lines are bought. */
export interface PresentThings {
  hasOffering: (id: string) => boolean;
  /** What of it excludes an offering by itself. */
  exclusionsOf: (id: string) => readonly SoldExclusion[];
  hasProduct: (id: string) => boolean;
  /** Whether any main product is there. */
  hasMain: () => boolean;
}

/** Whether the rules and versions by which something is refused are told: what they ask for is the business of those who make them. */
export const isToldReasons = ({ kind }: Caller): boolean => kind !== 'CUSTOMER' && kind !== 'PARTNER';

/**
 * Line by line, why offerings cannot be had together: of those that exclude one another, and those that need another one (PRD-54, PRD-111).
 * What is there and what is bought with it count alike; what is bought is judged as it is sold now, what is there excludes what it did when
 * it was sold (PRD-53). Orders are refused by it, and offerings judged by it.
 * @param links what the lines exclude and need
 * @param explained whether the caller is told which versions say so
 */
export function offeringObjections(
  lines: readonly BoughtLine[],
  links: readonly OfferingLink[],
  present: Pick<PresentThings, 'hasOffering' | 'exclusionsOf'>,
  explained: boolean,
): UserError[][] {
  const bought = new Set(lines.map(({ offeringId }) => offeringId));
  const isThere = (id: string) => bought.has(id) || present.hasOffering(id);
  return lines.map(({ offeringId }) => {
    const excludedBy = new Set<string>();
    const exclude = (other: Named, by: Saying): UserError[] => {
      // Each once, whichever of the two says so.
      if (excludedBy.has(other.id)) return [];
      excludedBy.add(other.id);
      const message = `It cannot be had together with ${other.name}.`;
      return [userError('OFFERING_EXCLUDED', message, [], told(other, by, explained))];
    };
    const asSoldNow = links.flatMap((link) => {
      const { kind, from, to } = link;
      const own = from.id === offeringId;
      if (kind === OfferingRelationKind.DEPEND) return own && !isThere(to.id) ? [requiring(link, explained)] : [];
      if (kind !== OfferingRelationKind.EXCLUDE) return [];
      if (own) return isThere(to.id) ? exclude(to, link) : [];
      return to.id === offeringId && bought.has(from.id) ? exclude(from, link) : [];
    });
    const asSoldThen = present.exclusionsOf(offeringId).flatMap((sold) => exclude(sold.from, sold));
    return [...asSoldNow, ...asSoldThen];
  });
}

/** An offering that relates itself to another one, and the version that does so. */
type Saying = Pick<OfferingLink, 'from' | 'version'>;

const told = ({ id, code }: Named, { from, version }: Saying, explained: boolean) => ({
  ...{ offeringId: encodeId('of', id), code },
  ...(explained ? { judgedBy: { offering: from.code, version } } : {}),
});

/** Why an offering that needs another one is refused. */
export const requiring = (link: Omit<OfferingLink, 'kind'>, explained: boolean): UserError =>
  userError(
    'OFFERING_REQUIRED',
    `It can be had only with ${link.to.name}; order that as well.`,
    [],
    told(link.to, link, explained),
  );

/**
 * Line by line, why products cannot be had: they exclude what is there, need what is not, or are attached to a main product that is not there
 * (PRD-02, PRD-18, PRD-19). What is there and what is bought with it count alike. Orders are refused by it, and offerings judged by it.
 */
export function productObjections(
  lines: readonly BoughtLine[],
  links: readonly ProductLink[],
  present: Pick<PresentThings, 'hasProduct' | 'hasMain'>,
): UserError[][] {
  const bought = new Map(lines.flatMap(({ products }) => products.map((product) => [product.id, product] as const)));
  const isThere = (id: string) => bought.has(id) || present.hasProduct(id);
  const anyMain = () => [...bought.values()].some(({ kind }) => kind === ProductKind.MAIN) || present.hasMain();
  return lines.map(({ products }) =>
    products.flatMap((product) => {
      const found = links.flatMap(({ kind, from, to }) => {
        const other = from.id === product.id ? to : to.id === product.id ? from : null;
        if (!other) return [];
        const details = { product: product.code, other: other.code };
        if (kind === Kind.EXCLUDE && isThere(other.id)) {
          const message = `${product.name} cannot be had together with ${other.name}.`;
          return [userError('PRODUCT_EXCLUDED', message, [], details)];
        }
        if (kind === Kind.DEPEND && from.id === product.id && !isThere(to.id))
          return [userError('PRODUCT_REQUIRED', `${product.name} can be had only with ${other.name}.`, [], details)];
        return [];
      });
      return product.kind === ProductKind.ATTACHED
        ? [...found, ...mainObjections(product, links, isThere, anyMain)]
        : found;
    }),
  );
}

/** An attached product exists only with a main product that carries it; with any, where nobody said which. */
function mainObjections(
  product: SoldProduct,
  links: readonly ProductLink[],
  isThere: (id: string) => boolean,
  anyMain: () => boolean,
): UserError[] {
  const carriers = links.filter(({ kind, to }) => kind === Kind.ATTACH && to.id === product.id);
  if (carriers.length === 0 ? anyMain() : carriers.some(({ from }) => isThere(from.id))) return [];
  const mains = carriers.map(({ from }) => from.code).sort();
  return [
    userError('MAIN_PRODUCT_REQUIRED', `${product.name} can be had only with a main product that carries it.`, [], {
      ...{ product: product.code, mains },
    }),
  ];
}

/** Why an offering is not sold at a moment (PRD-32). */
export const notInSale = ({ code, status }: { code: string; status: string }): UserError =>
  userError('NOT_IN_SALE', `Offering ${code} is not sold then.`, [], { status });

/** Why an upgrade must wait: an earlier order is at work on what it takes the place of (ORD-10, PRD-54). */
export const upgradeUnderWay = (orderNo: string, running: string): UserError =>
  userError(
    'IN_FLIGHT_CONFLICT',
    `The upgrade is not possible while order ${orderNo} is at work on what it takes the place of.`,
    [],
    { orderNo, running },
  );
