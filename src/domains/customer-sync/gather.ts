import type { CallContext } from '../../kernel/database/context.js';
import { askAfterEvents } from '../../kernel/jobs/index.js';
import { syncedTypes } from './collect.js';
import { collectJobRequest } from './sync-jobs.js';

/** How long changes are gathered before they are taken into deliveries, in milliseconds. */
const GATHER_MS = 250;

/** Asks for the collecting job soon after data of a customer changed. */
export const gatherChanges = (context: CallContext): (() => Promise<void>) =>
  askAfterEvents(context, {
    match: { types: syncedTypes },
    gatherMs: () => GATHER_MS,
    wanted: { name: 'customer_sync_active', text: 'select 1 from "customer_sync_target" where "active" limit 1' },
    job: collectJobRequest,
  });
