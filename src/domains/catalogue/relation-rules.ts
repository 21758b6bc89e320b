import {
  contradictionOfExclusion,
  contradictionOfNeed,
  type Link,
  type Links,
  reachedFrom,
  toldContradiction,
} from './contradictions.js';
import { type Product, type ProductKind, ProductKind as Kind } from './product.js';
import { ProductRelationKind as R } from './product-relation.js';

/** A relation between products by their codes, enough to judge it. */
export interface RelationFacts {
  from: string;
  to: string;
  kind: R;
  /** For ATTACH: whether `from` never comes without `to`. */
  required?: boolean;
}

/**
 * Why two products may not be related so, for a person; undefined when they may (PRD-16, PRD-18 to PRD-20, PRD-56).
 * @param required for ATTACH: whether the main product never comes without the other
 */
export function relationObjection(
  from: Pick<Product, 'code'> & { kind: ProductKind },
  to: Pick<Product, 'code'> & { kind: ProductKind },
  kind: R,
  present: readonly RelationFacts[],
  required = false,
): string | undefined {
  if (from.code === to.code) return 'A product has no relation to itself.';
  if (kind === R.ATTACH && !(from.kind === Kind.MAIN && to.kind === Kind.ATTACHED))
    return 'Only a MAIN product carries an ATTACHED one.';
  if ((kind === R.EXCLUDE || kind === R.DEPEND) && from.kind !== to.kind)
    return `${kind} holds between products of the same layer, both MAIN or both ATTACHED.`;
  const added = { from: from.code, to: to.code };
  if (kind === R.DEPEND && leadsBack(added, present, [R.DEPEND])) return 'The dependencies would form a circle.';
  if ((kind === R.UPGRADE || kind === R.REPLACE) && leadsBack(added, present, [R.UPGRADE, R.REPLACE]))
    return `${from.code} comes after ${to.code} already, as its better version or in its place.`;
  const found = contradictionOf(added, kind, required, linksOf(present));
  return found && toldContradiction(found);
}

const leadsBack = ({ from, to }: Link, present: readonly RelationFacts[], kinds: readonly R[]): boolean =>
  reachedFrom(
    to,
    present.filter(({ kind }) => kinds.includes(kind)),
  ).has(from);

const linksOf = (present: readonly RelationFacts[]): Links => ({
  needs: present.filter(({ kind, required }) => kind === R.DEPEND || (kind === R.ATTACH && required)),
  excludes: present.filter(({ kind }) => kind === R.EXCLUDE),
});

/** What nobody could have any more: a product that comes, by itself or through others, with two that exclude each other. */
function contradictionOf(added: Link, kind: R, required: boolean, links: Links) {
  if (kind === R.EXCLUDE) return contradictionOfExclusion(added, links);
  return kind === R.DEPEND || (kind === R.ATTACH && required) ? contradictionOfNeed(added, links) : undefined;
}

/**
 * Why products cannot stand in one bundle, for a person; undefined when they can (PRD-56): two that exclude each other, one without
 * what it depends on, or a main product without what must come with it. A single product is no bundle: it is sold to who has what it depends
 * on, or orders that with it (PRD-19).
 */
export function bundleObjection(codes: readonly string[], relations: readonly RelationFacts[]): string | undefined {
  for (const { from, to, kind, required } of relations) {
    if (kind === R.EXCLUDE && codes.includes(from) && codes.includes(to))
      return `${from} and ${to} exclude each other.`;
    if (kind === R.DEPEND && codes.length > 1 && codes.includes(from) && !codes.includes(to))
      return `${from} needs ${to}.`;
    if (kind === R.ATTACH && required && codes.includes(from) && !codes.includes(to))
      return `${from} always comes with ${to}.`;
  }
  return undefined;
}
