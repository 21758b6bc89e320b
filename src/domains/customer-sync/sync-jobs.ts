import type { NewJob } from '../../kernel/jobs/index.js';
import { LANES } from './customer-sync-delivery.js';

/** Name of the job that gathers changes. */
export const COLLECT = 'customer.sync.collect';
/** Name of the job that delivers. */
export const DELIVER = 'customer.sync.deliver';
/** Name of the job that takes all customers into deliveries. */
export const LOAD = 'customer.sync.load';

/** What the job of a lane is given. */
export interface LanePayload extends Record<string, unknown> {
  /** Key of the target. */
  targetId: string;
  lane: number;
}

/** The job that empties one lane to a system: one at a time over all servers, and one waiting. */
export function deliverJob(targetId: string, lane: number, runAt?: Date): NewJob {
  const name = `${DELIVER}:${targetId}:${lane}`;
  return { name: DELIVER, payload: { targetId, lane }, key: name, queue: name, ...(runAt ? { runAt } : {}) };
}

/** The jobs of all lanes to a system. */
export const deliverJobs = (targetId: string): NewJob[] =>
  Array.from({ length: LANES }, (_, lane) => deliverJob(targetId, lane));

/** The job that gathers changes; asked for once for all that happens meanwhile. */
export const collectJobRequest: NewJob = { name: COLLECT, payload: {}, key: COLLECT, queue: COLLECT };

/** The job that goes on with all full loads that run. */
export const loadJobRequest = (runAt?: Date): NewJob => ({
  ...{ name: LOAD, payload: {}, key: LOAD, queue: LOAD },
  ...(runAt ? { runAt } : {}),
});
