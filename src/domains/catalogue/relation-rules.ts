import { type Product, type ProductKind, ProductKind as Kind } from './product.js';
import { ProductRelationKind as R } from './product-relation.js';

/** A relation between products by their codes, enough to judge it. */
export interface RelationFacts {
  from: string;
  to: string;
  kind: R;
}

/** Why two products may not be related so, for a person; undefined when they may (PRD-16, PRD-18, PRD-19). */
export function relationObjection(
  from: Pick<Product, 'code'> & { kind: ProductKind },
  to: Pick<Product, 'code'> & { kind: ProductKind },
  kind: R,
  present: readonly RelationFacts[],
): string | undefined {
  if (from.code === to.code) return 'A product has no relation to itself.';
  if (kind === R.ATTACH && !(from.kind === Kind.MAIN && to.kind === Kind.ATTACHED))
    return 'Only a MAIN product carries an ATTACHED one.';
  if ((kind === R.EXCLUDE || kind === R.DEPEND) && from.kind !== to.kind)
    return `${kind} holds between products of the same layer, both MAIN or both ATTACHED.`;
  if (kind === R.DEPEND && reaches(present, to.code, from.code)) return 'The dependencies would form a circle.';
  const opposite = kind === R.DEPEND ? R.EXCLUDE : kind === R.EXCLUDE ? R.DEPEND : undefined;
  const betweenBoth = (relation: RelationFacts) =>
    [relation.from, relation.to].sort().join() === [from.code, to.code].sort().join();
  if (opposite && present.some((relation) => relation.kind === opposite && betweenBoth(relation)))
    return 'One needs the other already; they cannot exclude each other, nor the reverse.';
  return undefined;
}

function reaches(relations: readonly RelationFacts[], start: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === goal) return true;
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(
      ...relations
        .filter((relation) => relation.kind === R.DEPEND && relation.from === code)
        .map((relation) => relation.to),
    );
  }
  return false;
}

/**
 * Why products cannot stand in one bundle, for a person; undefined when they can (PRD-56): two that exclude each other, one without
 * what it depends on, or a main product without what must come with it.
 */
export function bundleObjection(
  codes: readonly string[],
  relations: readonly (RelationFacts & { required?: boolean })[],
): string | undefined {
  for (const { from, to, kind, required } of relations) {
    if (kind === R.EXCLUDE && codes.includes(from) && codes.includes(to))
      return `${from} and ${to} exclude each other.`;
    if (kind === R.DEPEND && codes.includes(from) && !codes.includes(to)) return `${from} needs ${to}.`;
    if (kind === R.ATTACH && required && codes.includes(from) && !codes.includes(to))
      return `${from} always comes with ${to}.`;
  }
  return undefined;
}
