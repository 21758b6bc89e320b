import { type DataOf, defineEventTypes, fact, text } from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const partnerEvents = defineEventTypes({
  'partner.created': fact('Partner', 'A partner was recorded.', {
    code: text('Code of the partner.'),
    name: text('Name of the organisation.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof partnerEvents> {}
}
