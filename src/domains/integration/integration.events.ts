import {
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const integrationEvents = defineEventTypes({
  'webhook.changed': recordChange('WebhookSubscription', 'Data of a webhook were changed.', {
    changes: fieldChanges(),
  }),
  'webhook.secret.changed': fact('WebhookSubscription', 'A webhook got a new signing secret.', {
    overlapHours: whole('For how many hours the old one signs too.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof integrationEvents> {}
}
