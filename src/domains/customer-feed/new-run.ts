import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import type { CustomerFeedSystem } from './customer-feed-system.js';
import { FeedRowStatus } from './feed-enums.js';
import { keyOf } from './normalise.js';

/** A run that begins now. */
export const newRun = (
  tx: Transaction,
  system: CustomerFeedSystem,
  more: Pick<CustomerFeedRun, 'records' | 'unmappedFields'> & { file?: string },
): CustomerFeedRun =>
  Object.assign(new CustomerFeedRun(), {
    ...{ system, file: null, startedBy: tx.caller.subject, startedAt: tx.at, finishedAt: null },
    ...{ customers: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, ...more },
  });

/** A record of a run that waits to be taken over. */
export const stagedRow = (
  system: CustomerFeedSystem,
  run: CustomerFeedRun,
  line: number,
  record: Record<string, unknown>,
): CustomerFeedRow =>
  Object.assign(new CustomerFeedRow(), {
    ...{ run, line, sourceId: keyOf(system, record), status: FeedRowStatus.STAGED },
    ...{ customer: null, record, normalised: null, reasons: null },
  });
