import type { CallContext } from '../../kernel/database/context.js';
import { askAfterEvents } from '../../kernel/jobs/index.js';
import { COLLECT } from './collect.js';
import { WebhookStatus } from './webhook.enums.js';
import { webhookPace } from './webhook-pace.js';

const ACTIVE = `select 1 from "webhook_subscription" where "status" = '${WebhookStatus.ACTIVE}' limit 1`;

/** Asks for the collecting job soon after something happened. */
export const gatherEvents = (context: CallContext): (() => Promise<void>) =>
  askAfterEvents(context, {
    match: {},
    gatherMs: () => webhookPace.gather,
    wanted: { name: 'webhook_active', text: ACTIVE },
    job: { name: COLLECT, payload: {}, key: COLLECT },
  });
