import {
  defineEventTypes,
  fact,
  fieldChanges,
  flag,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const documentsEvents = defineEventTypes({
  'document-client.saved': recordChange('DocumentClient', 'A client of trusted documents was made or changed.', {
    code: text('Code of the client.'),
    created: flag('Whether it is new.'),
    changes: fieldChanges(),
  }),
  'document.allowed': fact('TrustedDocument', 'A client was allowed to run a document.', {
    client: text('Code of the client.'),
  }),
  'document.withdrawn': fact('TrustedDocument', 'A client may no longer run a document.', {
    client: text('Code of the client.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof documentsEvents> {}
}
