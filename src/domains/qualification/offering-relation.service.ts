import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import {
  type Approved,
  askApproval,
  type Change,
  changeOrHold,
  holding,
  onChangeVerdicts,
  type Saved,
} from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  admitApprover,
  changingOffering,
  contradictionOfNeed,
  type Link,
  Offering,
  OfferingRelation,
  OfferingRelationKind as Kind,
  OfferingStatus,
  reachedFrom,
  requireMaintainer,
  toldContradiction,
  versionsInForce,
} from '../catalogue/index.js';
import type { OfferingRelationSaveInput } from './offering-relation.input.js';

const at = (field: string) => ['input', field];

/**
 * Relates two offerings, changes the text of a relation, or takes it away; contradictions are refused (PRD-54 to PRD-56). That is a new version
 * of the offering that the relation starts from: what was sold before excludes what its own version does (PRD-53). Once that offering has
 * been approved, somebody else approves the relation first (WFL-28).
 */
export const saveOfferingRelation = (
  context: CallContext,
  input: OfferingRelationSaveInput,
): Promise<Saved<Offering>> =>
  changeOrHold(
    context,
    (tx) => relate(tx, input, null),
    async (tx, changes) => {
      await lockRelations(tx);
      const from = await tx.get(Offering, input.fromId, at('fromId'));
      const to = await tx.get(Offering, input.toId, at('toId'), { lock: false });
      await askApproval(tx, {
        ...{ kind: OFFERING_RELATION, subject: from, title: `${from.code} ${input.kind} ${to.code}` },
        ...{ ...holding(changes, { input }), reason: input.reason ?? null, path: at('fromId') },
        ...{ regionId: from.owner?.id ?? null, variables: { level: from.level } },
      });
      return from;
    },
  );

/** Kind of approval of a relation of an offering that has been approved (WFL-28, PRD-54). */
const OFFERING_RELATION = 'OFFERING_RELATION';

onChangeVerdicts<Offering, { input: OfferingRelationSaveInput }>(OFFERING_RELATION, {
  ...{ subject: Offering, admit: admitApprover, lock: lockRelations },
  make: (tx, { input }, approved) => relate(tx, input, approved),
});

/** Two relations written at once could contradict each other. It comes before the offerings, which a relation to them locks as well. */
async function lockRelations(tx: Transaction): Promise<void> {
  await tx.em.execute('lock table "offering_relation" in share row exclusive mode');
}

async function relate(
  tx: Transaction,
  input: OfferingRelationSaveInput,
  approved: Approved | null,
): Promise<Change<Offering>> {
  const { kind } = input;
  await lockRelations(tx);
  const from = await tx.get(Offering, input.fromId, at('fromId'));
  if (!approved) await requireMaintainer(tx, from, at('fromId'));
  const to = await tx.get(Offering, input.toId, at('toId'), { lock: false });
  if (from.id === to.id) refuse('CONTRADICTORY', 'An offering has no relation to itself.', at('toId'));
  const present = await tx.em.findOne(OfferingRelation, { from: from.id, to: to.id, kind });
  const old = present ? { to: to.code, prompt: present.prompt ?? null } : null;
  const reason = input.reason ?? null;
  const why = { reason, told: true, ...(approved ? { by: approved.proposedBy } : {}) };
  await changingOffering(tx, from, why, async () => {
    if (input.remove) {
      if (!present) return refuse('NOT_FOUND', 'There is no such relation.', at('kind'));
      tx.em.remove(present);
    } else if (present) {
      applyChanges(present, { prompt: input.prompt });
    } else {
      await refuseContradiction(tx, from, to, kind);
      tx.add(Object.assign(new OfferingRelation(), { from, to, kind, prompt: input.prompt ?? null }));
    }
  });
  const told = { to: to.code, prompt: input.prompt === undefined ? (old?.prompt ?? null) : input.prompt };
  const now = input.remove ? null : told;
  const changes = JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field: `relation ${kind}`, old, new: now }];
  if (changes.length > 0) {
    await tx.em.flush();
    const versions = await versionsInForce(tx, [from.id]);
    const data = { version: versions.get(from.id)!, changes, ...approved };
    tx.record({ kind: 'RECORD_CHANGE', type: 'offering.changed', subject: from, reason, data });
  }
  return { item: from, changes, sold: from.status !== OfferingStatus.PENDING_APPROVAL };
}

/** All offerings that one needs, and all that need one, with itself. */
const CLOSURE = `
  with recursive "needed" as (
    select ?::uuid "id" union select "r"."to_id" from "needed" join "offering_relation" "r" on "r"."from_id" = "needed"."id" and "r"."kind" = 'DEPEND'
  ), "needing" as (
    select ?::uuid "id" union select "r"."from_id" from "needing" join "offering_relation" "r" on "r"."to_id" = "needing"."id" and "r"."kind" = 'DEPEND'
  )`;

/**
 * What comes together once one offering needs another: whatever needs the first, and all that these and the second need. Of it, what excludes
 * what, by itself or by products that never come without it.
 */
const INVOLVED = `${CLOSURE}, "involved" as (
    select "id" from "needed" union select "id" from "needing"
    union select "r"."to_id" from "involved" join "offering_relation" "r" on "r"."from_id" = "involved"."id" and "r"."kind" = 'DEPEND'
  )`;

const NEEDS = `${INVOLVED} select "x"."code" "from", "y"."code" "to" from "involved" "i"
  join "offering_relation" "r" on "r"."from_id" = "i"."id" and "r"."kind" = 'DEPEND'
  join "offering" "x" on "x"."id" = "r"."from_id" join "offering" "y" on "y"."id" = "r"."to_id" order by 1, 2`;

const EXCLUSIONS = `${INVOLVED}, "pair" as (
    select "r"."from_id" "a", "r"."to_id" "b" from "offering_relation" "r" where "r"."kind" = 'EXCLUDE'
      and "r"."from_id" in (select "id" from "involved") and "r"."to_id" in (select "id" from "involved")
    union select "p"."offering_id", "q"."offering_id" from "offering_component" "p"
      join "product_relation" "e" on "e"."kind" = 'EXCLUDE' and "e"."from_id" = "p"."product_id" and ("e"."validity_to" is null or "e"."validity_to" > ?)
      join "offering_component" "q" on "q"."product_id" = "e"."to_id"
      where "p"."required" and "q"."required" and "p"."offering_id" <> "q"."offering_id"
        and "p"."offering_id" in (select "id" from "involved") and "q"."offering_id" in (select "id" from "involved")
  ) select "x"."code" "from", "y"."code" "to" from "pair"
  join "offering" "x" on "x"."id" = "pair"."a" join "offering" "y" on "y"."id" = "pair"."b" order by 1, 2`;

async function refuseContradiction(tx: Transaction, from: Offering, to: Offering, kind: Kind): Promise<void> {
  if (kind === Kind.DEPEND) {
    const ends = [to.id, from.id];
    const needs = await tx.em.execute<Link[]>(NEEDS, ends);
    const excludes = await tx.em.execute<Link[]>(EXCLUSIONS, [...ends, tx.at]);
    const link = { from: from.code, to: to.code };
    const found = contradictionOfNeed(link, { needs, excludes });
    if (found) refuse('CONTRADICTORY', toldContradiction(found), at('kind'), { ...found });
    if (reachedFrom(to.code, needs).has(from.code))
      refuse('CONTRADICTORY', 'The dependencies would form a circle.', at('toId'));
  }
  if (kind !== Kind.EXCLUDE) return;
  // An offering and all that it needs come together: none of them may exclude another.
  const [together] = await tx.em.execute<{ code: string }[]>(
    `select "o"."code" from "offering" "o" where exists (
       with recursive "needed" as (
         select "o"."id" union select "r"."to_id" from "needed" join "offering_relation" "r" on "r"."from_id" = "needed"."id" and "r"."kind" = 'DEPEND'
       ) select 1 from "needed" where "id" in (?, ?) having count(*) = 2)
     and "o"."id" in (${CLOSURE} select "id" from "needing") limit 1`,
    [from.id, to.id, from.id, from.id],
  );
  if (together)
    refuse(
      'CONTRADICTORY',
      `${together.code} needs both of them; they cannot exclude each other.`,
      at('kind'),
      together,
    );
}
