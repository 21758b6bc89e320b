import {
  type DataOf,
  defineEventTypes,
  fact,
  flag,
  oneOf,
  opaqueId,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';
import { SyncSystem } from './sync-enums.js';

const delivery = {
  customerId: opaqueId('The customer.'),
  target: oneOf(SyncSystem, 'The system.'),
  sequence: whole('Place among the deliveries of the customer to it.'),
  attempts: whole('Attempts that were made.'),
};

/** Business events of the domain, with their data (CUS-58). */
export const syncEvents = defineEventTypes({
  'customer.data-sync.succeeded': fact(
    'CustomerSyncDelivery',
    'A system outside took the data of a customer.',
    delivery,
  ),
  'customer.data-sync.failed': fact('CustomerSyncDelivery', 'The delivery of the data of a customer was given up.', {
    ...delivery,
    error: text('What went wrong at the last attempt.'),
  }),
  'customer.data-sync.resent': fact('CustomerSyncDelivery', 'The data of a customer are sent again by hand.', {
    ...delivery,
  }),
  'customer-sync-load.started': fact('CustomerSyncLoad', 'The data of all customers begin to go to a system outside.', {
    ...{ target: oneOf(SyncSystem, 'The system.'), customers: whole('Customers that there are.') },
  }),
  'customer-sync-load.completed': fact('CustomerSyncLoad', 'The data of all customers went to a system outside.', {
    target: oneOf(SyncSystem, 'The system.'),
    customers: whole('Customers that were taken into deliveries.'),
    succeeded: whole('Deliveries that the system took.'),
    failed: whole('Deliveries that were given up; they can be sent again by hand.'),
  }),
  'customer-sync-load.cancelled': fact(
    'CustomerSyncLoad',
    'A full load of a system outside was ended before its end.',
    {
      ...{ target: oneOf(SyncSystem, 'The system.'), customers: whole('Customers that were taken into deliveries.') },
    },
  ),
  'customer-sync-target.switched': recordChange(
    'CustomerSyncTarget',
    'Changed customer data are told to a system from now on, or no longer.',
    { target: oneOf(SyncSystem, 'The system.'), active: flag('Whether they are.') },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof syncEvents> {}
}
