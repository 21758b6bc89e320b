import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { OfferingStatus as S } from './offering.js';
import { ProductRelation, ProductRelationKind, Selection } from './product-relation.js';
import { relationObjection } from './relation-rules.js';

/** Key of the lock under which relations are written, so that two of them cannot close a circle together. */
const lockKey = 7_201_402;

/** Lets nobody else relate products until the transaction ends; it comes before the locks on products. */
export const lockRelations = (tx: Transaction): Promise<unknown> =>
  tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);

const PATH = ['input', 'kind'];

/** Kinds that can contradict one another. */
const JUDGED = [
  ProductRelationKind.ATTACH,
  ProductRelationKind.DEPEND,
  ProductRelationKind.EXCLUDE,
  ProductRelationKind.UPGRADE,
  ProductRelationKind.REPLACE,
];

/** Whether a relation held before a moment, and will not hold again. */
export const hasEnded = ({ validity }: Pick<ProductRelation, 'validity'>, at: Date): boolean =>
  validity.to !== null && validity.to <= at;

/** States of offerings in which somebody has decided that their products go together. */
const BUNDLED = [S.APPROVED, S.PENDING_PRICING, S.BILLING_PRICED, S.IN_USE, S.INDIVIDUAL];

/** An offering of these states that bundles two products, by itself or together with offerings that it needs. */
const TOGETHER = `
  with recursive "with" as (
    select "o"."id", "o"."id" "needed" from "offering" "o" where "o"."status" = any(?::text[])
    union select "with"."id", "r"."to_id" from "with" join "offering_relation" "r" on "r"."from_id" = "with"."needed" and "r"."kind" = 'DEPEND'
  )
  select "o"."code" from "with" join "offering" "o" on "o"."id" = "with"."id"
  join "offering_component" "c" on "c"."offering_id" = "with"."needed" and "c"."product_id" in (?, ?)
    and ("c"."required" or "c"."offering_id" = "with"."id")
  group by "o"."id", "o"."code" having count(distinct "c"."product_id") = 2 order by "o"."code" limit 1`;

/**
 * Refuses with CONTRADICTORY a relation that its kind, others that hold or will hold, or offerings that bundle both products forbid (PRD-16,
 * PRD-18 to PRD-20, PRD-56).
 */
export async function refuseContradiction(
  tx: Transaction,
  relation: Pick<ProductRelation, 'from' | 'to' | 'kind' | 'selection'> & { id?: string },
): Promise<void> {
  const { id, from, to, kind, selection } = relation;
  const present = await tx.em.find(ProductRelation, { kind: JUDGED }, { populate: ['from', 'to'] });
  const facts = present
    .filter((each) => each.id !== id && !hasEnded(each, tx.at))
    .map((each) => ({
      ...{ from: each.from.code, to: each.to.code, kind: each.kind },
      required: each.selection === Selection.REQUIRED,
    }));
  const objection = relationObjection(from, to, kind, facts, selection === Selection.REQUIRED);
  if (objection) refuse('CONTRADICTORY', objection, PATH);
  if (kind !== ProductRelationKind.EXCLUDE || id) return;
  const pair = [from.id, to.id];
  const [offering] = await tx.em.execute<{ code: string }[]>(TOGETHER, [`{${BUNDLED.join(',')}}`, ...pair]);
  if (offering)
    refuse('CONTRADICTORY', `Offering ${offering.code} is made of both; take one of them out first.`, PATH, {
      offering: offering.code,
    });
}
