import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { ruleHolds } from '../../kernel/rules/index.js';
import { CustomerSegment, SegmentDimension, SegmentPriority, SegmentStatus } from '../customer/index.js';
import { type CustomerFacts, MONTHLY_CHARGE } from './customer-facts.js';
import { lockCustomers, openMemberships, place } from './place-customers.js';
import { scanCustomers } from './scan-customers.js';
import type { SegmentRefreshInput } from './segment.inputs.js';

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
    const rules = await rulesOf(context, dimensionId, at);
    for await (const batch of scanCustomers(context.database, at, signal))
      await placeBatch(context, dimensionId, rules, batch);
    await countDimension(context, dimensionId);
  },
);

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
  rules: readonly Rule[],
  batch: readonly CustomerFacts[],
): Promise<void> {
  const wanted = new Map(
    batch.map(({ id, variables }) => [id, rules.find(({ condition }) => ruleHolds(condition, variables))?.id ?? null]),
  );
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

/** Number of members and their monthly business revenue, of every segment in use of the dimension. */
async function countDimension(context: CallContext, dimensionId: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(
      `update "customer_segment" "s" set "member_count" = "n"."members", "revenue_amount" = "n"."revenue",
         "revenue_currency" = coalesce("s"."revenue_currency", 'CNY'), "refreshed_at" = ?, "updated_at" = ?
       from (select "g"."id", count("c"."id")::int "members", coalesce(sum(${MONTHLY_CHARGE}), 0) "revenue"
         from "customer_segment" "g" left join "segment_membership" "m" on "m"."segment_id" = "g"."id" and "m"."validity_to" is null
         left join "customer" "c" on "c"."id" = "m"."customer_id"
         where "g"."dimension_id" = ? and "g"."status" = 'ACTIVE' group by "g"."id") "n" where "n"."id" = "s"."id"`,
      [tx.at, tx.at, dimensionId],
    );
    const dimension = await tx.em.findOneOrFail(SegmentDimension, { id: dimensionId });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'segment-dimension.refreshed',
      subject: dimension,
      data: { code: dimension.code },
    });
  });
}
