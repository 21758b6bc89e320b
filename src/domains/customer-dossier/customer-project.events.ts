import {
  defineEventTypes,
  fieldChanges,
  opaqueId,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';

const data = {
  projectNo: text('Number of the project.'),
  customerId: opaqueId('The customer.'),
  changes: fieldChanges(),
};

/** Events about projects of customers, with their data. */
export const customerProjectEvents = defineEventTypes({
  'customer-project.saved': recordChange('CustomerProject', 'A project of a customer was written or changed.', data),
  'customer-project.removed': recordChange('CustomerProject', 'A project of a customer was removed.', data),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof customerProjectEvents> {}
}
