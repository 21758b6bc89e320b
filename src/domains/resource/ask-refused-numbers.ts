import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { defineMeasure } from '../parameter/index.js';
import { noteRefusal, notRefused } from './number-refusal.js';
import { type NumberHoldCheck, numberHolds } from './number-holds.port.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { refusalsBeforeAlarm } from './stock-parameters.js';

const JOB = 'resource.number-refusals';
/** Numbers that are asked about one after the other. */
const BATCH = 100;
/** How long a number is left to whoever asks about it, in minutes: when the subsystem does not answer, it is its turn again after that. */
const LEASE = 5;

/** Takes the numbers whose turn it is; of two servers each takes others. */
const TAKE = `
  update "resource_item" set "outside_ask_at" = $1::timestamptz + interval '${LEASE} minutes' where "id" in (
    select "id" from "resource_item" where "outside_ask_at" <= $1 and "status" = 'IN_STOCK' order by "outside_ask_at", "id" limit ${BATCH} for update skip locked)
  returning "id", "resource_no" as "number"`;

/**
 * Asks the number subsystem whether it would hold the numbers by now that it has refused: a fault is mended, what was held is free again.
 * Who is free there is offered again at once; the others are asked about later and later (RES-42).
 * @throws when the subsystem does not answer: those that were not asked about have their turn again soon
 */
export async function askRefusedNumbers(context: CallContext): Promise<void> {
  const { database } = context;
  const most = await refusalsBeforeAlarm.read(database);
  for (let taken = BATCH; taken === BATCH;) {
    const { rows } = await database.pool.query<{ id: string; number: string }>(TAKE, [database.clock()]);
    taken = rows.length;
    for (const { id, number } of rows) {
      const answer = await numberHolds.adapter.canHold(number, context);
      await database.write(context, (tx) => settle(tx, id, answer, most));
    }
  }
}

/** @param most how often a number is refused before that is an alarm */
async function settle(tx: Transaction, id: string, answer: NumberHoldCheck, most: number): Promise<void> {
  const item = await tx.find(ResourceItem, id);
  // Somebody has reserved it meanwhile, or a comparison has found it free.
  if (!item?.outsideRefusedAt || item.status !== ResourceStatus.IN_STOCK) return;
  await tx.em.populate(item, ['type', 'holder']);
  const lasting = item.outsideRefusals >= most;
  const about = { kind: 'BUSINESS_FACT', subject: item, regionId: item.holder.region.id } as const;
  const data = { number: item.resourceNo, type: item.type.code, holder: item.holder.code };
  if (answer.status === 'FREE') {
    Object.assign(item, notRefused);
    if (lasting) tx.record({ ...about, type: 'number.refusal.ended', data });
    return;
  }
  noteRefusal(item, answer, tx.at);
  if (lasting || item.outsideRefusals < most) return;
  tx.record({
    ...{ ...about, type: 'number.refusal.lasting' },
    data: {
      ...data,
      code: item.outsideRefusal!,
      reason: item.outsideRefusalReason!,
      ...{ times: item.outsideRefusals, since: item.outsideRefusedAt.toISOString() },
    },
  });
}

/** It waits for a system outside, so it runs beside the jobs that do not. */
export const askRefusedNumbersJob = defineJob(JOB, (_payload, context) => askRefusedNumbers(context), { waits: true });

export const askRefusedNumbersSchedule = {
  ...{ name: JOB, job: JOB, cron: '*/5 * * * *' },
  description: 'Asks the number subsystem about numbers that it has refused, each later and later.',
};

// For thresholds and alarms that an operator sets (SYS-28).
defineMeasure(
  'numbers.refused',
  `select count(*)::text as "value" from "resource_item" where "outside_refused_at" is not null and "status" = 'IN_STOCK'`,
);
