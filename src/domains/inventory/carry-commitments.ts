import type { Transaction } from '../../kernel/database/transaction.js';
import { commitmentsOf, ProductKind, ProductRelation, ProductRelationKind } from '../catalogue/index.js';
import { CarriedCommitment } from './carried-commitment.js';
import type { OfferingInstance } from './offering-instance.js';
import type { ProductInstance } from './product-instance.js';

/**
 * Lets the terms of what is upgraded go on, else an upgrade would free of every commitment (PRD-38): on each piece itself where it is kept,
 * else on the piece that takes its place.
 * @param pieces what the former has
 * @param heirs what the upgrade has, what it keeps of the former among it
 */
export async function carryCommitments(
  tx: Transaction,
  former: OfferingInstance,
  pieces: readonly ProductInstance[],
  heirs: readonly ProductInstance[],
): Promise<void> {
  if (heirs.length === 0) return;
  await tx.em.populate([...pieces, ...heirs], ['product']);
  const [agreed] = await commitmentsOf(tx.em, [former]);
  const follows = await successions(tx, pieces);
  const carried = await tx.em.find(CarriedCommitment, { instance: { $in: pieces.map(({ id }) => id) } });
  const taken = new Set(heirs.filter((heir) => pieces.includes(heir)));
  for (const piece of pieces) {
    const heir = heirs.includes(piece) ? piece : heirOf(piece, heirs, taken, follows);
    taken.add(heir);
    for (const term of carried) if (term.instance.id === piece.id) term.instance = heir;
    if (!agreed!.some(({ productId, breachAction }) => breachAction && productId === piece.product.id)) continue;
    const term = { instance: heir, through: former, product: piece.product, since: piece.activatedAt ?? null };
    tx.add(Object.assign(new CarriedCommitment(), term));
  }
}

/** Which products come after which, as `from to`. */
async function successions(tx: Transaction, pieces: readonly ProductInstance[]): Promise<ReadonlySet<string>> {
  const relations = await tx.em.find(ProductRelation, {
    kind: { $in: [ProductRelationKind.UPGRADE, ProductRelationKind.REPLACE] },
    from: { $in: pieces.map(({ product }) => product.id) },
  });
  return new Set(relations.map(({ from, to }) => `${from.id} ${to.id}`));
}

/** What takes the place of a piece that does not stay: of its product or one that comes after it, else a main one; rather what stands for nothing yet. */
function heirOf(
  piece: ProductInstance,
  heirs: readonly ProductInstance[],
  taken: ReadonlySet<ProductInstance>,
  follows: ReadonlySet<string>,
): ProductInstance {
  const rank = (heir: ProductInstance): number => {
    const after = heir.product.id === piece.product.id || follows.has(`${piece.product.id} ${heir.product.id}`);
    const main = heir.product.kind === ProductKind.MAIN;
    return (after ? 4 : 0) + (main ? 2 : 0) + (taken.has(heir) ? 0 : 1);
  };
  return heirs.reduce((best, heir) => (rank(heir) > rank(best) ? heir : best));
}
