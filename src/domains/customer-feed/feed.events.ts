import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';

/** Business events of the domain, with their data (CUS-78, CUS-79). */
export const feedEvents = defineEventTypes({
  'customer-feed-system.saved': recordChange(
    'CustomerFeedSystem',
    'How records of a system become customers was set.',
    {
      code: text('Its code.'),
      changes: fieldChanges(),
    },
  ),
  'customer-feed.finished': fact('CustomerFeedRun', 'Records of another system were taken over.', {
    system: text('Code of the system.'),
    records: whole('Records that came.'),
    customers: whole('Those that are customers by definition.'),
    created: whole('Customers made.'),
    updated: whole('Customers changed.'),
    rejected: whole('Records rejected.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof feedEvents> {}
}
