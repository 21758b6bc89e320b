import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type JobRun } from '../../kernel/jobs/index.js';
import { attemptDelivery } from './attempt.js';
import { DELIVER, deliverJob, type LanePayload } from './sync-jobs.js';

/** How long one run of a lane's job works before it lets others have their turn, in milliseconds. */
const TURN_MS = 15_000;

/** The delivery of a lane that is to be attempted first, among those whose customer has no earlier one waiting. */
const NEXT = `
  select "d"."id", greatest("d"."next_attempt_at", "t"."held_until") as "at"
  from "customer_sync_delivery" "d" join "customer_sync_target" "t" on "t"."id" = "d"."target_id"
  where "d"."target_id" = $1 and "d"."lane" = $2 and "d"."status" = 'PENDING' and "t"."active"
    and not exists (select 1 from "customer_sync_delivery" "e" where "e"."target_id" = "d"."target_id"
      and "e"."customer_id" = "d"."customer_id" and "e"."sequence" < "d"."sequence" and "e"."status" = 'PENDING')
  order by "d"."next_attempt_at", "d"."id" limit 1`;

/** Empties a lane: attempts what is due, one after another, and comes back when the next is. */
async function emptyLane(
  { targetId, lane }: LanePayload,
  context: CallContext,
  { signal }: Pick<JobRun, 'signal'>,
): Promise<void> {
  const { database } = context;
  const comeBack = (at?: Date) => database.write(context, async (tx) => tx.enqueue(deliverJob(targetId, lane, at)));
  for (const end = Date.now() + TURN_MS; ;) {
    const values = [targetId, lane];
    const { rows } = await database.pool.query<{ id: string; at: Date }>({
      ...{ name: 'customer_sync_next', text: NEXT, values },
    });
    const [next] = rows;
    if (!next) return;
    if (next.at > database.clock()) return comeBack(next.at);
    if (signal.aborted || Date.now() > end) return comeBack();
    await attemptDelivery(context, next.id);
  }
}

/** The job of a lane. It waits for systems outside, so it runs beside the jobs that do not. */
export const deliverLane = defineJob<LanePayload>(DELIVER, emptyLane, { waits: true });
