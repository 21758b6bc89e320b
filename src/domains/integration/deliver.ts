import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type JobRun } from '../../kernel/jobs/index.js';
import { attemptDelivery } from './attempt.js';
import { DELIVER, deliverJob, type LanePayload } from './deliver-job.js';

/** How long one run of a lane's job works before it lets others have their turn, in milliseconds. */
const TURN_MS = 15_000;

/**
 * The delivery of a lane that is to be attempted first, among those whose subject has no earlier one waiting: an event that
 * fails holds up its own subject and no other.
 */
const NEXT = `
  select "d"."id", greatest("d"."next_attempt_at", "s"."held_until") as "at"
  from "webhook_delivery" "d" join "webhook_subscription" "s" on "s"."id" = "d"."subscription_id"
  where "d"."subscription_id" = $1 and "d"."lane" = $2 and "d"."status" = 'PENDING' and "s"."status" = 'ACTIVE'
    and not exists (select 1 from "webhook_delivery" "e" where "e"."subscription_id" = "d"."subscription_id"
      and "e"."subject_id" = "d"."subject_id" and "e"."position" < "d"."position" and "e"."status" = 'PENDING')
  order by "d"."next_attempt_at", "d"."position" limit 1`;

/** Empties a lane: attempts what is due, one after another, and comes back when the next is. */
async function emptyLane(
  { webhookId, lane }: LanePayload,
  context: CallContext,
  { signal }: Pick<JobRun, 'signal'>,
): Promise<void> {
  const { database } = context;
  const comeBack = (at?: Date) => database.write(context, async (tx) => tx.enqueue(deliverJob(webhookId, lane, at)));
  for (const end = Date.now() + TURN_MS; ;) {
    const values = [webhookId, lane];
    const { rows } = await database.pool.query<{ id: string; at: Date }>({ name: 'webhook_next', text: NEXT, values });
    const [next] = rows;
    if (!next) return;
    if (next.at.getTime() > Date.now()) return comeBack(next.at);
    if (signal.aborted || Date.now() > end) return comeBack();
    await attemptDelivery(context, next.id);
  }
}

/** The job of a lane. It waits for targets, so it runs beside the jobs that do not. */
export const deliveryJob = defineJob<LanePayload>(DELIVER, emptyLane, { waits: true });
