import { type DataOf, defineEventTypes, fact, text, whole } from '../../kernel/events/event-type.js';

/** Business events of knowledge, with their data. */
export const knowledgeEvents = defineEventTypes({
  'knowledge.published': fact('KnowledgeItem', 'A piece of knowledge was published.', {
    itemNo: text('Number.'),
    version: whole('Number of the version.'),
    category: text('Category.'),
    type: text('Type.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof knowledgeEvents> {}
}
