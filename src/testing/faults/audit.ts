import type pg from 'pg';
import { encodeCursor } from '../../kernel/events/index.js';
import { customerLifecycle } from '../../domains/customer/index.js';
import { offeringInstanceLifecycle, productInstanceLifecycle } from '../../domains/inventory/index.js';
import { orderLifecycle, serviceOrderLifecycle } from '../../domains/ordering/index.js';
import { decodeId } from '../../kernel/model/index.js';
import type { Received } from '../webhook-receiver.js';
import type { Acknowledged } from './load.js';

/** A life cycle, as far as the audit looks at it. */
interface Cycle {
  name: string;
  initial: string;
  transitions: readonly { action: string; from: readonly string[]; to: string }[];
}

const cycles: readonly Cycle[] = [
  customerLifecycle,
  orderLifecycle,
  serviceOrderLifecycle,
  productInstanceLifecycle,
  offeringInstanceLifecycle,
].map(({ definition }) => definition as unknown as Cycle);

/** What is wrong with the outcome of acknowledged requests: each must have had its effect, and once. */
export async function auditEffects(pool: pg.Pool, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const faults: string[] = [];
  const known = new Set(acknowledged.map(({ name }) => name));
  const { rows } = await pool.query<{
    id: string;
    name: string;
    orders: string[];
    instances: number;
    services: number;
  }>(
    `select "c"."id", "c"."name",
       (select coalesce(array_agg("o"."id" || ' ' || "o"."status"), '{}') from "customer_order" "o" where "o"."customer_id" = "c"."id") as "orders",
       (select count(*)::int from "product_instance" "p" where "p"."customer_id" = "c"."id" and "p"."status" = 'ACTIVE') as "instances",
       (select count(*)::int from "service_order" "s" join "customer_order" "o" on "o"."id" = "s"."order_id" where "o"."customer_id" = "c"."id") as "services"
     from "customer" "c" where "c"."name" like 'Load %'`,
  );
  const byName = Map.groupBy(rows, ({ name }) => name);
  for (const { name, customerId, orderId } of acknowledged) {
    const found = byName.get(name) ?? [];
    if (found.length !== 1) faults.push(`${name} exists ${found.length} times`);
    if (found[0] && found[0].id !== decodeId(customerId)?.uuid) faults.push(`${name} is another than was acknowledged`);
    const expected = `${decodeId(orderId)?.uuid} COMPLETED`;
    for (const { orders, instances, services } of found) {
      if (orders.join() !== expected) faults.push(`${name} has the orders ${orders.join()} instead of ${expected}`);
      if (instances !== 1) faults.push(`${name} has ${instances} active instances`);
      if (services !== 1) faults.push(`${name} has ${services} service orders`);
    }
  }
  for (const [name, found] of byName)
    if (!known.has(name)) faults.push(`${name} was made ${found.length} times and never acknowledged`);
  return faults;
}

/** What is wrong with the events that a subscriber got after a position: each must have come once and in order. */
export async function auditSubscriber(pool: pg.Pool, after: number, cursors: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ position: string }>(
    'select "position" from "history_entry" where "position" > $1 order by 1',
    [after],
  );
  const expected = rows.map(({ position }) => encodeCursor(Number(position)));
  if (expected.join() === cursors.join()) return [];
  const got = new Set(cursors);
  const missing = expected.filter((cursor) => !got.has(cursor)).length;
  return [
    `a subscriber got ${cursors.length} of ${expected.length} events, ${missing} are missing, ${cursors.length - got.size} came twice`,
  ];
}

/** What is wrong with the histories: positions without gaps, and states that follow the life cycles. */
export async function auditHistories(pool: pg.Pool): Promise<string[]> {
  const faults: string[] = [];
  const { rows: gaps } = await pool.query<{ gaps: number }>(
    'select (max("position") - min("position") + 1 - count(*))::int + (count(*) filter (where "position" is null))::int as "gaps" from "history_entry"',
  );
  if (gaps[0]!.gaps !== 0) faults.push(`${gaps[0]!.gaps} positions are missing or not given`);
  const states = new Map<string, string>();
  const { rows } = await pool.query<{ type: string; subject: string; from: string | null; to: string; action: string }>(
    `select "type", "subject_id" as "subject", "from_state" as "from", "to_state" as "to", "action" from "history_entry" where "kind" = 'STATE_CHANGE' order by "position"`,
  );
  for (const { type, subject, from, to, action } of rows) {
    const cycle = cycles.find(({ name }) => type === `${name}.status.changed`);
    if (!cycle) continue;
    const before = states.get(subject) ?? null;
    if (from !== before) faults.push(`${type} of ${subject} goes from ${from}, but it was in ${before}`);
    const allowed =
      from === null
        ? to === cycle.initial
        : cycle.transitions.some((step) => step.action === action && step.from.includes(from) && step.to === to);
    if (!allowed) faults.push(`${type} of ${subject}: ${action} leads from ${from} to ${to}`);
    states.set(subject, to);
  }
  return faults;
}

/** What is wrong with what a webhook got: every order event at least once, and the first copies in order for each subject. */
export async function auditWebhook(pool: pg.Pool, after: number, received: readonly Received[]): Promise<string[]> {
  const { rows } = await pool.query<{ subject: string; position: string }>(
    `select "subject_id" as "subject", "position" from "history_entry" where "type" = 'order.status.changed' and "position" > $1 order by "position"`,
    [after],
  );
  const expected = Map.groupBy(rows, ({ subject }) => subject);
  const first = new Map<string, string[]>();
  for (const { body } of received) {
    const subject = decodeId(body.subject)!.uuid;
    const seen = first.get(subject) ?? first.set(subject, []).get(subject)!;
    const cursor = String(body.sequence);
    if (!seen.includes(cursor)) seen.push(cursor);
  }
  return [...expected].flatMap(([subject, entries]) => {
    const wanted = entries.map(({ position }) => encodeCursor(Number(position))).join();
    const got = (first.get(subject) ?? []).join();
    return wanted === got ? [] : [`the webhook got of order ${subject}: ${got}; instead of: ${wanted}`];
  });
}

/**
 * Jobs that still wait or failed; none should be left when everything has come to rest. Webhooks replace jobs while they run, and one
 * that was replaced and then failed stays in the table until its time is over. Alarms about limits of processes wait for their moment,
 * and find then that nothing is late.
 */
export async function auditJobs(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select "task_identifier" as "task", "queue_name" as "queue", "attempts", "locked_by" as "lockedBy", "locked_at" as "lockedAt", "run_at" as "runAt",
       left("last_error", 300) as "error" from "graphile_worker"."jobs"
     where not ("task_identifier" like 'webhook.%' and "key" is null and "attempts" >= "max_attempts")
       and not ("task_identifier" = 'process.alarm' and "run_at" > now()) order by "id" limit 20`,
  );
  return rows.map((row) => `a job is left: ${JSON.stringify(row)}`);
}
