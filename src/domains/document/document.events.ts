import { type DataOf, defineEventTypes, fact, text, whole } from '../../kernel/events/event-type.js';

/** Business events of documents, with their data. */
export const documentEvents = defineEventTypes({
  'document.stored': fact('Document', 'A file was stored.', {
    name: text('Name of the file.'),
    mediaType: text('Media type.'),
    size: whole('Size in bytes.'),
    sha256: text('SHA-256 of the content.'),
    version: whole('Number of the version.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof documentEvents> {}
}
