import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import {
  contradictionOfExclusion,
  contradictionOfNeed,
  isPair,
  type Link,
  type Offering,
  reachedFrom,
  type TariffPlan,
  toldContradiction,
} from '../catalogue/index.js';
import { TariffPlanRelationKind as Kind } from './tariff-plan-relation.js';

interface PlanLink extends Link {
  kind: Kind;
  offeringId: string | null;
}

/** A relation of plans that begins, or one that lets two be had together and ends. */
interface ChangedRelation {
  from: TariffPlan;
  to: TariffPlan;
  kind: Kind;
  offering: Offering | null;
}

/** Key of the lock under which plans are related, so that two relations cannot contradict each other together. */
const lockKey = 7_201_403;

/** Lets nobody else relate tariff plans until the transaction ends; it comes before the locks on plans. */
export const lockPlanRelations = (tx: Transaction): Promise<unknown> =>
  tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);

const PRESENT = `
  select "f"."code" "from", "t"."code" "to", "r"."kind", "r"."offering_id" "offeringId" from "tariff_plan_relation" "r"
  join "tariff_plan" "f" on "f"."id" = "r"."from_id" join "tariff_plan" "t" on "t"."id" = "r"."to_id"`;

/**
 * Refuses with CONTRADICTORY a relation with which somebody could have a plan no more: it would need, by itself or through others, two that
 * exclude each other, or in the end itself, or what it takes the place of (PRD-84, PRD-89). Judged everywhere, and within each offering that has
 * relations of its own.
 */
export async function refusePlanContradiction(tx: Transaction, changed: ChangedRelation): Promise<void> {
  const present = await tx.em.execute<PlanLink[]>(PRESENT);
  const { offering } = changed;
  const places = offering ? [offering.id] : [null, ...new Set(present.flatMap(({ offeringId }) => offeringId ?? []))];
  for (const place of places)
    refuseAt(
      changed,
      present.filter(({ offeringId }) => !offeringId || offeringId === place),
    );
}

function refuseAt({ kind, from: { code: from }, to: { code: to } }: ChangedRelation, here: readonly PlanLink[]): void {
  const of = (...kinds: Kind[]) => here.filter((link) => kinds.includes(link.kind));
  const together = (link: Link) => of(Kind.COEXIST).some((each) => isPair(each, link));
  const needs = of(Kind.REQUIRE);
  const excludes = of(Kind.EXCLUDE).filter((link) => !together(link));
  const added = { from, to };
  if (kind === Kind.REQUIRE || kind === Kind.UPGRADE) {
    const other = kind === Kind.REQUIRE ? Kind.UPGRADE : Kind.REQUIRE;
    if (of(other).some((link) => link.from === from && link.to === to))
      refuse('CONTRADICTORY', `${from} cannot need ${to} and take its place.`, ['input', 'kind']);
    if (reachedFrom(to, of(Kind.REQUIRE, Kind.UPGRADE)).has(from))
      refuse('CONTRADICTORY', `Each of ${from} and ${to} would be only for those who have the other.`, [
        'input',
        'toId',
      ]);
  }
  const excluding = kind === Kind.EXCLUDE || (kind === Kind.COEXIST && excludes.some((link) => isPair(link, added)));
  const found =
    kind === Kind.REQUIRE
      ? contradictionOfNeed(added, { needs, excludes })
      : excluding && !together(added)
        ? contradictionOfExclusion(added, { needs })
        : undefined;
  if (found) refuse('CONTRADICTORY', toldContradiction(found), ['input', 'kind'], { ...found });
}
