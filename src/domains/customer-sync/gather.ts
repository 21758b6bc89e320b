import type { CallContext } from '../../kernel/database/context.js';
import { syncedTypes } from './collect.js';
import { collectJobRequest } from './sync-jobs.js';

/** How long changes are gathered before they are taken into deliveries, in milliseconds. */
const GATHER_MS = 250;
/** After how long the job is asked for again when the database did not take it, in milliseconds. */
const AGAIN_MS = 1_000;

/**
 * Asks for the collecting job soon after data of a customer changed: once for all that happens meanwhile. Every process does; the
 * queue makes one job of it. What a process that dies leaves out, the schedule brings.
 */
export function gatherChanges(context: CallContext): () => Promise<void> {
  const { database, feed } = context;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> = Promise.resolve();
  let ended = false;
  const askIn = (ms: number) => {
    if (ended) return;
    timer ??= setTimeout(() => (asking = ask().catch(() => askIn(AGAIN_MS))), ms).unref();
  };
  const ask = async () => {
    timer = undefined;
    const active = 'select 1 from "customer_sync_target" where "active" limit 1';
    const { rowCount } = await database.pool.query({ name: 'customer_sync_active', text: active });
    if (rowCount) await database.write(context, async (tx) => tx.enqueue(collectJobRequest));
  };
  const release = feed.tail.listen({ caller: context.caller, match: { types: syncedTypes } }, () => {
    askIn(GATHER_MS);
  });
  return async () => {
    ended = true;
    release();
    clearTimeout(timer);
    await asking;
  };
}
