import type { OfferingRelationKind, OfferingStatus, ProductRelationKind, Selection } from '../catalogue/index.js';
import type { BundledProduct, SoldProduct } from './opened-products.js';
import type { SalesRuleStage } from './sales-rule-kind.js';
import type { SalesRuleForm } from './sales-rule.js';

/** An offering to be judged. */
export interface CandidateRow {
  id: string;
  code: string;
  name: string;
  status: OfferingStatus;
  /** Whether it was made for the customer of the sale, and is sold to them at the moment. */
  own: boolean;
  /** Whether its period of sale covers the moment. */
  valid: boolean;
  /** Code of the region that maintains it; null for the headquarters. */
  owner: string | null;
  /** Number of the version that is sold, to which its rules and relations belong. */
  version: number;
}

export interface SalesRuleRow {
  id: string;
  offeringId: string;
  parentId: string | null;
  form: SalesRuleForm;
  kindId: string | null;
  values: readonly string[];
  condition: string | null;
  negate: boolean;
  message: string | null;
}

export interface SalesRuleKindRow {
  id: string;
  code: string;
  name: string;
  stage: SalesRuleStage;
  condition: string;
  message: string;
}

/** Offerings with their rules of sale. */
export interface RuleRows {
  offerings: readonly CandidateRow[];
  rules: readonly SalesRuleRow[];
  kinds: readonly SalesRuleKindRow[];
}

/** A product, and whether the service INSTALL is offered on it. */
export interface ProductRow extends SoldProduct {
  installable: boolean;
}

/** How often a customer has a product with an offering under a plan. */
export interface HeldProductRow {
  productId: string;
  /** Null where nothing can take its place, such as what is on its way. */
  offeringId: string | null;
  planId: string | null;
  count: number;
}

/** How often a customer has an offering under a plan, on a version by which it excludes another one (PRD-53). */
export interface ExclusionRow extends Omit<HeldProductRow, 'productId'> {
  fromId: string;
  fromCode: string;
  fromName: string;
  toId: string;
  /** Number of the version; of the present one for what was sold before versions were kept. */
  version: number;
}

/** Offerings with everything that bears on whether they may be bought. */
export interface QualificationRows extends RuleRows {
  /** Keys of those that were asked for; the others are needed by them, or bought with them. */
  askedIds: readonly string[];
  /**
   * How far offerings were looked at of which fewer were found than asked for, where only some may be bought at all: key of the last one, null
   * for none, and whether others come after it. Null where all are found, or all asked for.
   */
  lookedAt: { lastId: string | null; more: boolean } | null;
  /** What the offerings exclude or need, as they are sold now, and the number of the version that says so. */
  relations: readonly {
    kind: OfferingRelationKind;
    fromId: string;
    fromCode: string;
    fromName: string;
    toId: string;
    toCode: string;
    toName: string;
    version: number;
  }[];
  /** What excludes them of that which the customer has, or has ordered, as it was sold. */
  exclusions: readonly ExclusionRow[];
  components: readonly ({ offeringId: string; productId: string } & Omit<BundledProduct<SoldProduct>, 'product'>)[];
  /** All products that the others name. */
  products: readonly ProductRow[];
  /** What excludes, needs or carries products of the offerings. */
  links: readonly { kind: ProductRelationKind; selection: Selection | null; fromId: string; toId: string }[];
  /** Of those products that the links name, which the customer has. */
  heldProducts: readonly HeldProductRow[];
  /** Main products that the customer has; read only where an attached product is carried by nobody in particular. */
  heldMains: readonly Omit<HeldProductRow, 'productId'>[];
  /** What the customer has ordered and not yet got. */
  pending: {
    offeringIds: readonly string[];
    planIds: readonly string[];
    productIds: readonly string[];
    main: boolean;
    /** What earlier orders take the place of. */
    replaced: readonly { offeringId: string; planId: string | null; orderNo: string }[];
  };
}
