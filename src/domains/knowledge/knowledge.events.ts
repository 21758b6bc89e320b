import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  texts,
  whole,
} from '../../kernel/events/event-type.js';

/** Business events of knowledge, with their data. */
export const knowledgeEvents = defineEventTypes({
  'knowledge.published': fact('KnowledgeItem', 'A piece of knowledge was published.', {
    itemNo: text('Number.'),
    version: whole('Number of the version.'),
    category: text('Category.'),
    type: text('Type.'),
  }),
  'knowledge.changed': recordChange(
    'KnowledgeItem',
    'What is said about a piece of knowledge, or goes along with it, was changed.',
    {
      itemNo: text('Number.'),
      changes: fieldChanges(),
      documents: texts('Ids of documents that go along with it from now on (WFL-33).'),
    },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof knowledgeEvents> {}
}
