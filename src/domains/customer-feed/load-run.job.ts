import type { CallContext } from '../../kernel/database/context.js';
import { aloneImporting } from '../../kernel/imports/index.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { CustomerFeedMapping } from './customer-feed-mapping.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { FeedRowStatus } from './feed-enums.js';
import { FeedLoader } from './feed-loader.js';

/** Name of the job that takes records over. */
export const loadJob = 'customer.feed.load';

/** Name under which records of a system are taken over, one run after another. */
export const importName = (systemCode: string): string => `customer-feed.${systemCode}`;

const BATCH = 100;

const COUNT = `
  select count(*) filter (where "status" <> 'NOT_CUSTOMER')::int "customers", count(*) filter (where "status" = 'CREATED')::int "created",
    count(*) filter (where "status" = 'UPDATED')::int "updated", count(*) filter (where "status" in ('UNCHANGED', 'MATCHED'))::int "unchanged",
    count(*) filter (where "status" = 'REJECTED')::int "rejected"
  from "customer_feed_row" where "run_id" = ?`;

/**
 * Normalises the records of a run and takes them over, a batch at a time (CUS-78, CUS-79). It may die at any moment and begin again:
 * what a record became is known by its link, and a customer that was made just before by its code.
 */
export const loadRun = defineJob<{ runId: string }>(loadJob, async ({ runId }, context, { signal }) => {
  const em = context.database.orm.em.fork();
  const run = await em.findOneOrFail(CustomerFeedRun, { id: runId }, { populate: ['system'] as never });
  const mappings = await em.find(CustomerFeedMapping, { system: run.system.id });
  const loader = new FeedLoader(context, run.system, mappings);
  // While a file of the system is imported, this is refused, and tried again later.
  await aloneImporting(context.database, importName(run.system.code), async () => {
    for (;;) {
      signal.throwIfAborted();
      const rows = await context.database.orm.em
        .fork()
        .find(
          CustomerFeedRow,
          { run: runId, status: FeedRowStatus.STAGED },
          { orderBy: { line: 'asc' }, limit: BATCH },
        );
      if (rows.length === 0) break;
      await loader.load(rows);
    }
    await finishRun(context, runId);
  }).finally(() => loader.close());
});

/** Counts what became of the records of a run, and tells of it. */
export async function finishRun(context: CallContext, runId: string): Promise<void> {
  await context.database.write(context, async (tx) => {
    const run = await tx.find(CustomerFeedRun, runId);
    if (!run || run.finishedAt) return;
    await tx.em.populate(run, ['system']);
    const [counts] = await tx.em.execute<
      Pick<CustomerFeedRun, 'customers' | 'created' | 'updated' | 'unchanged' | 'rejected'>[]
    >(COUNT, [runId]);
    Object.assign(run, counts, { finishedAt: tx.at });
    const { customers, created, updated, rejected } = counts!;
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'customer-feed.finished', subject: run },
      data: { system: run.system.code, records: run.records, customers, created, updated, rejected },
    });
  });
}
