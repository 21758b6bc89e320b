import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type JobRun, type Schedule } from '../../kernel/jobs/index.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { lockTarget } from './load.service.js';
import { addDeliveries } from './new-deliveries.js';
import { SyncLoadStatus } from './sync-enums.js';
import { LOAD, loadJobRequest } from './sync-jobs.js';

/** Customers that are taken into deliveries in one transaction. */
const PAGE = 200;
/** Deliveries of a load that may wait at a time: changes that come meanwhile stand behind no more than these. */
const MOST_WAITING = 400;
/** When a load that waits for its deliveries looks again, in milliseconds. */
const LOOK_AGAIN_MS = 500;
/** How long one run of the job works before it lets others have their turn, in milliseconds. */
const TURN_MS = 15_000;

/** Below every key. */
const LEAST_KEY = '00000000-0000-0000-0000-000000000000';

const RUNNING = `select "id" from "customer_sync_load" where "status" = 'RUNNING' order by "id"`;
const WAITING = `select count(*)::int "waiting" from "customer_sync_delivery" where "load_id" = ? and "status" = 'PENDING'`;
const NEXT_PAGE = `select "id" from "customer" where "id" > ?::uuid order by "id" limit ${PAGE}`;
const COUNTS = `
  select count(*) filter (where "status" = 'SUCCEEDED')::int "succeeded", count(*) filter (where "status" = 'FAILED')::int "failed"
  from "customer_sync_delivery" where "load_id" = ?`;

/** What a step left: more to do now, nothing to do before a moment, or nothing at all. */
type Left = 'MORE' | 'ENDED' | Date;

/**
 * Takes all customers into deliveries, page by page, as fast as the system takes them (CUS-58). It may die at any moment and begin
 * again: its place moves in the transaction that writes the deliveries of a page. What a delivery carries is read when it is sent,
 * with the next sequence of its customer, as for a change: a state that the load brings never comes after a newer one, and what
 * changes behind it is gathered as a change, because the system is told of changes since before the load began.
 */
export const loadCustomers = defineJob(LOAD, (_payload, context, job) => loadAll(context, job));

/** Begins again what was left by jobs that failed for good. */
export const loadSchedule: Schedule = {
  ...{ name: LOAD, cron: '* * * * *', job: LOAD },
  description: 'Goes on with full loads of systems outside that nothing else goes on with.',
};

async function loadAll(context: CallContext, { signal }: Pick<JobRun, 'signal'>): Promise<void> {
  const { database } = context;
  for (const end = Date.now() + TURN_MS; ;) {
    const { rows } = await database.pool.query<{ id: string }>({ name: 'customer_sync_loads', text: RUNNING });
    const left: Left[] = [];
    for (const { id } of rows) left.push(await database.write(context, (tx) => step(tx, id)));
    const open = left.filter((one) => one !== 'ENDED');
    if (open.length === 0) return;
    const times = open.map((one) => (one === 'MORE' ? 0 : one.getTime()));
    const next = Math.min(...times);
    if (next > 0 || signal.aborted || Date.now() > end)
      return database.write(context, async (tx) => tx.enqueue(loadJobRequest(next > 0 ? new Date(next) : undefined)));
  }
}

/** One page of a load, or its end. */
async function step(tx: Transaction, id: string): Promise<Left> {
  const { target: of } = await tx.em.findOneOrFail(CustomerSyncLoad, { id });
  const target = await lockTarget(tx, { id: of.id });
  const load = await tx.find(CustomerSyncLoad, id);
  if (load?.status !== SyncLoadStatus.RUNNING) return 'ENDED';
  const [{ waiting }] = (await tx.em.execute<[{ waiting: number }]>(WAITING, [id]))!;
  if (load.gatheredAll && waiting === 0) return finish(tx, load);
  if (load.gatheredAll || waiting + PAGE > MOST_WAITING) {
    const soon = tx.at.getTime() + LOOK_AGAIN_MS;
    return new Date(Math.max(soon, target.heldUntil?.getTime() ?? 0));
  }
  const page = await tx.em.execute<{ id: string }[]>(NEXT_PAGE, [load.lastKey ?? LEAST_KEY]);
  const wanted = new Map(page.map((customer) => [customer.id, new Set<string>()]));
  await addDeliveries(tx, target, wanted, load);
  load.gathered += page.length;
  load.lastKey = page.at(-1)?.id ?? load.lastKey;
  load.gatheredAll = page.length < PAGE;
  return 'MORE';
}

async function finish(tx: Transaction, load: CustomerSyncLoad): Promise<Left> {
  await tx.em.populate(load, ['target']);
  const [counts] = await tx.em.execute<[{ succeeded: number; failed: number }]>(COUNTS, [load.id]);
  Object.assign(load, { status: SyncLoadStatus.COMPLETED, finishedAt: tx.at });
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'customer-sync-load.completed', subject: load },
    data: { target: load.target.system, customers: load.gathered, ...counts! },
  });
  return 'ENDED';
}
