import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { WebhookStatus } from './webhook.enums.js';
import type { WebhookSubscription } from './webhook-subscription.js';

const { ACTIVE, PAUSED, CLOSED } = WebhookStatus;

/** ACTIVE ⇄ PAUSED → CLOSED; the system pauses a subscription whose target says that it is gone. */
export const webhookLifecycle = defineLifecycle<WebhookSubscription, WebhookStatus, 'pause' | 'resume' | 'close'>({
  name: 'webhook',
  subject: 'WebhookSubscription',
  states: [ACTIVE, PAUSED, CLOSED],
  initial: ACTIVE,
  final: [CLOSED],
  read: (webhook) => webhook.status,
  write: (webhook, status) => void (webhook.status = status),
  scope: () => ({}),
  transitions: [
    { action: 'pause', from: [ACTIVE], to: PAUSED, who: ['PARTNER'] },
    { action: 'resume', from: [PAUSED], to: ACTIVE, who: ['PARTNER'] },
    { action: 'close', from: [ACTIVE, PAUSED], to: CLOSED, who: ['PARTNER'] },
  ],
});
