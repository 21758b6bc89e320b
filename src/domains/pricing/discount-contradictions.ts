import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import {
  contradictionOfExclusion,
  contradictionOfNeed,
  isPair,
  type Link,
  toldContradiction,
} from '../catalogue/index.js';
import { DiscountRelationKind as Kind } from './discount-relation.js';
import type { Discount } from './discount.js';

/** Key of the lock under which discounts are related, so that two relations cannot contradict each other together. */
const lockKey = 7_201_404;

/** Lets nobody else relate discounts until the transaction ends; it comes before the locks on discounts. */
export const lockDiscountRelations = (tx: Transaction): Promise<unknown> =>
  tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);

const PRESENT = `
  select "f"."code" "from", "t"."code" "to", "r"."kind" from "discount_relation" "r"
  join "discount" "f" on "f"."id" = "r"."from_id" join "discount" "t" on "t"."id" = "r"."to_id"`;

/**
 * Refuses with CONTRADICTORY a relation that others deny: two that never come together cannot be combined, and nothing can need, by itself or
 * through others, two of which one excludes the other. It would never be granted (PRD-75).
 */
export async function refuseDiscountContradiction(
  tx: Transaction,
  from: Discount,
  to: Discount,
  kind: Kind,
): Promise<void> {
  const present = await tx.em.execute<(Link & { kind: Kind })[]>(PRESENT);
  const of = (wanted: Kind) => present.filter((link) => link.kind === wanted);
  const added = { from: from.code, to: to.code };
  const opposite = kind === Kind.EXCLUDE ? Kind.COMBINE : kind === Kind.COMBINE ? Kind.EXCLUDE : null;
  if (opposite && of(opposite).some((link) => isPair(link, added)))
    refuse('CONTRADICTORY', 'What is combined is granted together; it cannot exclude each other.', ['input', 'kind']);
  const links = { needs: of(Kind.REQUIRE), excludes: of(Kind.EXCLUDE) };
  const found =
    kind === Kind.EXCLUDE
      ? contradictionOfExclusion(added, links)
      : kind === Kind.REQUIRE
        ? contradictionOfNeed(added, links)
        : undefined;
  if (found) refuse('CONTRADICTORY', toldContradiction(found), ['input', 'kind'], { ...found });
}
