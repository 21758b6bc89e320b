import { setTimeout } from 'node:timers/promises';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { holdsForKnown } from '../../kernel/rules/index.js';
import {
  CustomerLifecycleState,
  CustomerSegment,
  SegmentDimension,
  SegmentPriority,
  SegmentStatus,
} from '../customer/index.js';
import { allMonthlyCharges } from '../inventory/index.js';
import type { CustomerFacts } from './customer-facts.js';
import { sourcesFor } from './fact-sources.js';
import { lockCustomers, openMemberships, place } from './place-customers.js';
import { Alike, picked, readingOf } from './rule-reading.js';
import { scanCustomers } from './scan-customers.js';
import type { SegmentRefreshInput } from './segment.inputs.js';
import { ValueClasses } from './value-classes.js';

const REFRESH = 'segmentation.refresh';
const REFRESH_ALL = 'segmentation.refresh.all';
const ORDER = [SegmentPriority.HIGH, SegmentPriority.MEDIUM, SegmentPriority.LOW];
/** Customers who change their segments in one transaction: it holds locks on them. */
const MOVED_AT_ONCE = 100;
/** The longest pause after a batch, in milliseconds. */
const LONGEST_REST = 2_000;

/** One refresh runs at a time, whatever it is of, so that they share no more than one connection; one that still waits is not doubled. */
const jobFor = (dimensionId?: string) => ({
  name: REFRESH,
  key: dimensionId ? `${REFRESH}:${dimensionId}` : REFRESH,
  queue: REFRESH,
  payload: dimensionId ? { dimensionId } : {},
});

/** Asks for the members of a dimension to be found anew (CUS-54). */
export function askForRefresh(context: CallContext, input: SegmentRefreshInput): Promise<SegmentDimension> {
  return context.database.write(context, async (tx) => {
    const dimension = await tx.get(SegmentDimension, input.dimensionId, ['input', 'dimensionId'], { lock: false });
    tx.enqueue(jobFor(dimension.id));
    return dimension;
  });
}

/** Asks for all dimensions, every night. */
export const refreshAll = defineJob(REFRESH_ALL, (_payload, context) =>
  context.database.write(context, async (tx) => tx.enqueue(jobFor())),
);

export const refreshSchedule: Schedule = {
  name: REFRESH_ALL,
  cron: '40 18 * * *',
  job: REFRESH_ALL,
  description: 'Finds the members of customer segments by their rules, and counts them.',
};

/**
 * Finds the members of the segments of a dimension, or of all, by their rules, a batch of customers at a time, and counts them
 * (CUS-54, CUS-56). Customers are read once for all dimensions. A dimension that cannot be refreshed does not hold up the others: it
 * is tried again by itself, where its failure is seen.
 */
export const refreshDimension = defineJob<{ dimensionId?: string }>(
  REFRESH,
  async ({ dimensionId }, context, { signal }) => {
    const failures = await refresh(context, dimensionId ? [dimensionId] : await allDimensions(context), signal);
    if (failures.size === 0) return;
    if (dimensionId) throw failures.get(dimensionId);
    await context.database.write(context, async (tx) => {
      for (const id of failures.keys()) tx.enqueue(jobFor(id));
    });
  },
);

async function allDimensions({ database }: CallContext): Promise<string[]> {
  const dimensions = await database.orm.em.fork().find(SegmentDimension, {}, { orderBy: { code: 'asc' } });
  return dimensions.map(({ id }) => id);
}

/** @returns why dimensions could not be refreshed, by key */
async function refresh(
  context: CallContext,
  dimensionIds: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, unknown>> {
  const { database } = context;
  const at = new Date();
  const choosers = new Map<string, Chooser>();
  const failures = new Map<string, unknown>();
  const attempt = async (id: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      signal.throwIfAborted();
      failures.set(id, error);
      choosers.delete(id);
    }
  };
  for (const id of dimensionIds) await attempt(id, async () => void choosers.set(id, await chooser(context, id, at)));
  const rules = [...choosers.values()].flatMap((choose) => choose.rules);
  // Without any rule, too: who was in a class that is no more is in none.
  if (choosers.size > 0) {
    let rested = performance.now();
    for await (const batch of scanCustomers(database, at, signal, sourcesFor(rules), readingOf(rules).fields)) {
      const present = await membershipsOf(context, [...choosers.keys()], batch);
      for (const [id, choose] of choosers)
        await attempt(id, async () => placeBatch(context, id, await choose.of(batch), present.get(id)));
      // As long again as it worked: others have at least half of the time of one processor, and all of the rest.
      await setTimeout(Math.min(performance.now() - rested, LONGEST_REST), undefined, { signal });
      rested = performance.now();
    }
  }
  for (const id of [...choosers.keys()]) await attempt(id, () => countDimension(context, id));
  return failures;
}

/** How the segment of a customer is found: its key by the key of the customer, null for none. */
interface Chooser {
  /** Texts of the rules by which it chooses. */
  rules: string[];
  of(batch: readonly CustomerFacts[]): Promise<Map<string, string | null>>;
}

/** By the expression of the dimension, else by the rules of its segments. Who was merged into another customer is in none. */
async function chooser(context: CallContext, dimensionId: string, at: Date): Promise<Chooser> {
  const dimension = await context.database.write(context, (tx) =>
    tx.em.findOneOrFail(SegmentDimension, { id: dimensionId }),
  );
  const classes = dimension.expression ? new ValueClasses(context, dimension) : null;
  const rules = classes ? [] : await rulesOf(context, dimensionId, at);
  const served = ({ variables }: CustomerFacts) => variables.customer['lifecycle'] !== CustomerLifecycleState.MERGED;
  const none = (batch: readonly CustomerFacts[]) => batch.map(({ id }) => [id, null] as const);
  const texts = classes?.rules ?? rules.map(({ condition }) => condition);
  const reading = readingOf(texts);
  const alike = new Alike<string | null>(reading.steady);
  const byRule = ({ variables }: CustomerFacts) => {
    const values = picked(variables, reading);
    return alike.of(values, () => rules.find(({ condition }) => holdsForKnown(condition, values))?.id ?? null);
  };
  return {
    rules: texts,
    of: async (batch) => {
      const living = batch.filter(served);
      const found = classes ? await classes.of(living) : living.map((facts) => [facts.id, byRule(facts)] as const);
      return new Map<string, string | null>([...none(batch), ...found]);
    },
  };
}

type Rule = Pick<CustomerSegment, 'id'> & { condition: string };

/** Rules in use, the most important first: the first that holds decides. */
async function rulesOf(context: CallContext, dimension: string, at: Date): Promise<Rule[]> {
  const segments = await context.database.write(context, (tx) =>
    tx.em.find(
      CustomerSegment,
      { dimension, status: SegmentStatus.ACTIVE, condition: { $ne: null } },
      { orderBy: { code: 'asc' } },
    ),
  );
  return segments
    .filter(({ validity }) => validity.from <= at && (!validity.to || validity.to > at))
    .sort((a, b) => ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority))
    .map(({ id, condition }) => ({ id, condition: condition! }));
}

/** Puts customers of a batch where the rules say, who are elsewhere. @param present keys of the segments in which they are, by theirs */
async function placeBatch(
  context: CallContext,
  dimensionId: string,
  wanted: ReadonlyMap<string, string | null>,
  present: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const moving = [...wanted].filter(([id, segment]) => (present.get(id) ?? null) !== segment).map(([id]) => id);
  for (let start = 0; start < moving.length; start += MOVED_AT_ONCE)
    await move(context, dimensionId, wanted, moving.slice(start, start + MOVED_AT_ONCE));
}

async function move(
  context: CallContext,
  dimensionId: string,
  wanted: ReadonlyMap<string, string | null>,
  moving: readonly string[],
): Promise<void> {
  await context.database.write(context, async (tx) => {
    const dimension = await tx.em.findOneOrFail(SegmentDimension, { id: dimensionId });
    const customers = await lockCustomers(tx, moving);
    // Segments are read under a lock, so that none is retired while customers are put into it; and who was put into a list stays there.
    const found = await tx.em.find(
      CustomerSegment,
      { dimension, status: SegmentStatus.ACTIVE },
      { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' }, refresh: true },
    );
    const segments = new Map(found.map((segment) => [segment.id, segment]));
    const open = await openMemberships(tx, dimension, moving);
    const free = customers.filter(({ id }) => !open.has(id) || open.get(id)!.segment.condition);
    const into = new Map(free.map(({ id }) => [id, segments.get(wanted.get(id) ?? '') ?? null]));
    await place(tx, dimension, free, into, { auto: true });
  });
}

/** Keys of the segments in which customers are, by their keys, of each of the dimensions. */
async function membershipsOf(
  { database }: CallContext,
  dimensionIds: readonly string[],
  batch: readonly CustomerFacts[],
): Promise<Map<string, Map<string, string>>> {
  const { rows } = await database.pool.query<{ dimension: string; customer: string; segment: string }>({
    name: 'segment_memberships_of',
    text: `select "dimension_id" "dimension", "customer_id" "customer", "segment_id" "segment" from "segment_membership"
      where "customer_id" = any($2::uuid[]) and "dimension_id" = any($1::uuid[]) and "validity_to" is null`,
    values: [dimensionIds, batch.map(({ id }) => id)],
  });
  const byDimension = new Map<string, Map<string, string>>(dimensionIds.map((id) => [id, new Map()]));
  for (const { dimension, customer, segment } of rows) byDimension.get(dimension)!.set(customer, segment);
  return byDimension;
}

/**
 * Members and their monthly charges by currency, of each segment in use of a dimension. A sum is of one currency: `revenue` tells
 * that of the segment's, or of the largest number of members when it has none yet; `revenues` tell all. Who was merged into another
 * customer counts as that one.
 */
const COUNT = `
  with "charge" as (
    select "g"."id", "g"."revenue_currency" "own", "c"."id" "customer", "m"."currency", "m"."amount"
    from "customer_segment" "g" left join "segment_membership" "s" on "s"."segment_id" = "g"."id" and "s"."validity_to" is null
    left join "customer" "c" on "c"."id" = "s"."customer_id" and "c"."merged_into_id" is null left join ${allMonthlyCharges} "m" on "m"."customer_id" = "c"."id"
    where "g"."dimension_id" = ? and "g"."status" = 'ACTIVE'),
  "sum" as (select "id", "currency", sum("amount") "amount", count(*) "payers" from "charge" where "currency" is not null group by 1, 2),
  "whole" as (
    select "c"."id", count(distinct "c"."customer")::int "members", coalesce(min("c"."own"),
      (select "s"."currency" from "sum" "s" where "s"."id" = "c"."id" order by "s"."payers" desc, "s"."currency" limit 1), 'CNY') "currency"
    from "charge" "c" group by "c"."id")
  update "customer_segment" "g" set "member_count" = "w"."members", "revenue_currency" = "w"."currency",
    "revenue_amount" = coalesce((select "s"."amount" from "sum" "s" where "s"."id" = "w"."id" and "s"."currency" = "w"."currency"), 0),
    "revenues" = coalesce((select jsonb_agg(jsonb_build_object('amount', "s"."amount"::text, 'currency', "s"."currency") order by "s"."currency")
      from "sum" "s" where "s"."id" = "w"."id"), '[]'), "refreshed_at" = ?, "updated_at" = ?
  from "whole" "w" where "w"."id" = "g"."id"`;

/** Number of members and their monthly business revenue, of every segment in use of the dimension. */
async function countDimension(context: CallContext, dimensionId: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(COUNT, [dimensionId, tx.at, tx.at]);
    const dimension = await tx.em.findOneOrFail(SegmentDimension, { id: dimensionId });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'segment-dimension.refreshed',
      subject: dimension,
      data: { code: dimension.code },
    });
  });
}
