import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  changingOffering,
  Offering,
  OfferingRelation,
  OfferingRelationKind as Kind,
  requireMaintainer,
  versionsInForce,
} from '../catalogue/index.js';
import type { OfferingRelationSaveInput } from './offering-relation.input.js';

const at = (field: string) => ['input', field];

/**
 * Relates two offerings, changes the text of a relation, or takes it away; contradictions are refused (PRD-54 to PRD-56). That is a new version
 * of the offering that the relation starts from: what was sold before excludes what its own version does (PRD-53).
 */
export async function saveOfferingRelation(context: CallContext, input: OfferingRelationSaveInput): Promise<Offering> {
  const { kind } = input;
  return context.database.write(context, async (tx) => {
    // Two relations written at once could contradict each other. It comes before the offerings, which a relation to them locks as well.
    await tx.em.execute('lock table "offering_relation" in share row exclusive mode');
    const from = await tx.get(Offering, input.fromId, at('fromId'));
    await requireMaintainer(tx, from, at('fromId'));
    const to = await tx.get(Offering, input.toId, at('toId'), { lock: false });
    if (from.id === to.id) refuse('CONTRADICTORY', 'An offering has no relation to itself.', at('toId'));
    const present = await tx.em.findOne(OfferingRelation, { from: from.id, to: to.id, kind });
    const reason = input.reason ?? null;
    await changingOffering(tx, from, { reason, told: true }, async () => {
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
    const told = { to: to.code, prompt: input.prompt ?? present?.prompt ?? null };
    const change = {
      field: `relation ${kind}`,
      old: present ? { to: to.code } : null,
      new: input.remove ? null : told,
    };
    await tx.em.flush();
    const versions = await versionsInForce(tx, [from.id]);
    const data = { version: versions.get(from.id)!, changes: [change] };
    tx.record({ kind: 'RECORD_CHANGE', type: 'offering.changed', subject: from, reason, data });
    return from;
  });
}

/** All offerings that one needs, and all that need one, with itself. */
const CLOSURE = `
  with recursive "needed" as (
    select ?::uuid "id" union select "r"."to_id" from "needed" join "offering_relation" "r" on "r"."from_id" = "needed"."id" and "r"."kind" = 'DEPEND'
  ), "needing" as (
    select ?::uuid "id" union select "r"."from_id" from "needing" join "offering_relation" "r" on "r"."to_id" = "needing"."id" and "r"."kind" = 'DEPEND'
  )`;

/** Two offerings of which one comes with what excludes the other, by themselves or by their products. */
const EXCLUSION = `${CLOSURE}, "pair" as (select "a"."id" "a", "b"."id" "b" from "needing" "a" cross join "needed" "b")
  select "x"."code" "one", "y"."code" "other" from "pair" join "offering" "x" on "x"."id" = "pair"."a" join "offering" "y" on "y"."id" = "pair"."b"
  where exists (select 1 from "offering_relation" "r" where "r"."kind" = 'EXCLUDE'
      and (("r"."from_id" = "pair"."a" and "r"."to_id" = "pair"."b") or ("r"."from_id" = "pair"."b" and "r"."to_id" = "pair"."a")))
    or exists (select 1 from "offering_component" "p" join "offering_component" "q" on "q"."offering_id" = "pair"."b"
      join "product_relation" "e" on "e"."kind" = 'EXCLUDE' and ("e"."validity_to" is null or "e"."validity_to" > now()) and (("e"."from_id" = "p"."product_id" and "e"."to_id" = "q"."product_id")
        or ("e"."from_id" = "q"."product_id" and "e"."to_id" = "p"."product_id"))
      where "p"."offering_id" = "pair"."a" and "p"."required" and "q"."required")
  limit 1`;

async function refuseContradiction(tx: Transaction, from: Offering, to: Offering, kind: Kind): Promise<void> {
  if (kind === Kind.DEPEND) {
    const [found] = await tx.em.execute<{ one: string; other: string }[]>(EXCLUSION, [to.id, from.id]);
    if (found)
      refuse(
        'CONTRADICTORY',
        `${found.one} and ${found.other} exclude each other; one cannot come with the other.`,
        at('kind'),
        found,
      );
    const [circle] = await tx.em.execute<unknown[]>(`${CLOSURE} select 1 from "needed" where "id" = ?`, [
      to.id,
      from.id,
      from.id,
    ]);
    if (circle) refuse('CONTRADICTORY', 'The dependencies would form a circle.', at('toId'));
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
