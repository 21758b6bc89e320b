import {
  defineEventTypes,
  fieldChanges,
  opaqueId,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';

const kinds = ['ConsumptionRecord', 'ArrearsRecord', 'ChurnRecord'];
const data = {
  recordNo: text('Number of the record.'),
  customerId: opaqueId('The customer.'),
  changes: fieldChanges(),
};

/** Events about records of customers, with their data. */
export const recordEvents = defineEventTypes({
  'customer-record.saved': recordChange(kinds, 'A record of a customer was written or changed.', data),
  'customer-record.deleted': recordChange(kinds, 'A record of a customer was deleted.', data),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof recordEvents> {}
}
