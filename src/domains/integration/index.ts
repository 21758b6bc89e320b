import './integration.events.js';
import type { Domain } from '../../kernel/domain.js';
import { COLLECT, collectJob } from './collect.js';
import { deliveryJob } from './deliver.js';
import { expireLogJob, expireLogSchedule } from './delivery-log.js';
import { gatherEvents } from './gather.js';
import { WebhookAttempt } from './webhook-attempt.js';
import { WebhookDelivery } from './webhook-delivery.js';
import './webhook.policy.js';
import { WebhookResolver } from './webhook.resolver.js';
import { WebhookSubscription } from './webhook-subscription.js';

export * from './replay.service.js';
export * from './signed-post.js';
export * from './webhook-attempt.js';
export * from './webhook-delivery.js';
export * from './webhook-pace.js';
export * from './webhook-subscription.js';
export * from './webhook.enums.js';
export * from './webhook.inputs.js';
export * from './webhook.lifecycle.js';
export * from './webhook.ports.js';
export * from './webhook.service.js';

export const integration: Domain = {
  name: 'integration',
  entities: [WebhookSubscription, WebhookDelivery, WebhookAttempt],
  resolvers: [WebhookResolver],
  jobs: [collectJob, deliveryJob, expireLogJob],
  schedules: [
    {
      name: COLLECT,
      cron: '* * * * *',
      job: COLLECT,
      description: 'Takes events into webhook deliveries that nothing else asked for.',
    },
    expireLogSchedule,
  ],
  start: gatherEvents,
};
