import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { ruleHolds } from '../../kernel/rules/index.js';
import {
  CustomerLifecycleState,
  CustomerSegment,
  SegmentDimension,
  SegmentPriority,
  SegmentStatus,
} from '../customer/index.js';
import { monthlyCharges } from '../inventory/index.js';
import type { CustomerFacts } from './customer-facts.js';
import { sourcesFor } from './fact-sources.js';
import { lockCustomers, openMemberships, place } from './place-customers.js';
import { scanCustomers } from './scan-customers.js';
import type { SegmentRefreshInput } from './segment.inputs.js';
import { ValueClasses } from './value-classes.js';

const REFRESH = 'segmentation.refresh';
const REFRESH_ALL = 'segmentation.refresh.all';
const ORDER = [SegmentPriority.HIGH, SegmentPriority.MEDIUM, SegmentPriority.LOW];

/** One dimension is refreshed by one server at a time; a refresh that still waits is not doubled. */
const jobFor = (dimensionId: string) => ({
  name: REFRESH,
  key: `${REFRESH}:${dimensionId}`,
  queue: `${REFRESH}:${dimensionId}`,
  payload: { dimensionId },
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
  context.database.write(context, async (tx) => {
    for (const { id } of await tx.em.find(SegmentDimension, {})) tx.enqueue(jobFor(id));
  }),
);

export const refreshSchedule: Schedule = {
  name: REFRESH_ALL,
  cron: '40 18 * * *',
  job: REFRESH_ALL,
  description: 'Finds the members of customer segments by their rules, and counts them.',
};

/** Finds the members of the segments of a dimension by their rules, a batch of customers at a time, and counts them (CUS-54, CUS-56). */
export const refreshDimension = defineJob<{ dimensionId: string }>(
  REFRESH,
  async ({ dimensionId }, context, { signal }) => {
    const at = new Date();
    const choose = await chooser(context, dimensionId, at);
    for await (const batch of scanCustomers(context.database, at, signal, sourcesFor(choose.rules)))
      await placeBatch(context, dimensionId, await choose.of(batch));
    await countDimension(context, dimensionId);
  },
);

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
  const byRule = ({ variables }: CustomerFacts) => rules.find(({ condition }) => ruleHolds(condition, variables))?.id;
  return {
    rules: classes?.rules ?? rules.map(({ condition }) => condition),
    of: async (batch) => {
      const living = batch.filter(served);
      const found = classes
        ? await classes.of(living)
        : living.map((facts) => [facts.id, byRule(facts) ?? null] as const);
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

async function placeBatch(
  context: CallContext,
  dimensionId: string,
  wanted: ReadonlyMap<string, string | null>,
): Promise<void> {
  const moving = await misplaced(context, dimensionId, wanted);
  if (moving.length === 0) return;
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

/** Those of the batch whose segment is another one than the rules say. */
async function misplaced(
  { database }: CallContext,
  dimensionId: string,
  wanted: ReadonlyMap<string, string | null>,
): Promise<string[]> {
  const { rows } = await database.pool.query<{ customer: string; segment: string }>({
    name: 'segment_memberships_of',
    text: `select "customer_id" "customer", "segment_id" "segment" from "segment_membership"
      where "dimension_id" = $1 and "customer_id" = any($2::uuid[]) and "validity_to" is null`,
    values: [dimensionId, [...wanted.keys()]],
  });
  const current = new Map(rows.map(({ customer, segment }) => [customer, segment]));
  return [...wanted].filter(([id, segment]) => (current.get(id) ?? null) !== segment).map(([id]) => id);
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
    left join "customer" "c" on "c"."id" = "s"."customer_id" and "c"."merged_into_id" is null left join lateral ${monthlyCharges('"c"."id"')} "m" on true
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
