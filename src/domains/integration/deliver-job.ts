import type { NewJob } from '../../kernel/jobs/index.js';
import { LANES } from './webhook-delivery.js';

export const DELIVER = 'webhook.deliver';

/** What the job of a lane is given. */
export interface LanePayload extends Record<string, unknown> {
  /** Key of the subscription. */
  webhookId: string;
  lane: number;
}

/** The job that empties one lane of a subscription: one at a time over all servers, and one waiting. */
export function deliverJob(webhookId: string, lane: number, runAt?: Date): NewJob {
  const name = `${DELIVER}:${webhookId}:${lane}`;
  return { name: DELIVER, payload: { webhookId, lane }, key: name, queue: name, ...(runAt ? { runAt } : {}) };
}

/** The jobs of all lanes of a subscription. */
export const deliverJobs = (webhookId: string): NewJob[] =>
  Array.from({ length: LANES }, (_, lane) => deliverJob(webhookId, lane));
