import { z } from 'zod';
import { CustomerServiceType } from '../catalogue/index.js';
import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  opaqueId,
  recordChange,
  text,
  texts,
  whole,
} from '../../kernel/events/event-type.js';
import { OrderKind, OrderSource } from './order.enums.js';
import { ActivityState } from './service-order-activity.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const orderingEvents = defineEventTypes({
  'order.cancelled': fact('Order', 'An order was cancelled.', {
    orderNo: text('Number of the order.'),
  }),
  'order.created': fact('Order', 'An order was entered.', {
    orderNo: text('Number of the order.'),
    kind: oneOf(OrderKind, 'What kind of order.'),
    source: oneOf(OrderSource, 'Where it came from.'),
    items: z
      .array(z.object({ action: z.enum(CustomerServiceType), quantity: z.int() }))
      .describe('What each item asks for, and how often.'),
  }),
  'order.decomposed': fact('Order', 'An order was split into service orders.', {
    orderNo: text('Number of the order.'),
    associationKey: text('What its service orders have in common.'),
    serviceOrderNos: texts('Numbers of the service orders.'),
  }),
  'order.completed': fact('Order', 'An order was completed.', {
    orderNo: text('Number of the order.'),
    productInstanceIds: texts('Ids of the product instances that it made or changed.'),
  }),
  'serviceOrder.progressed': fact('ServiceOrder', 'Fulfilment reported progress of a service order.', {
    orderId: opaqueId('The order.'),
    serviceOrderNo: text('Number of the service order.'),
    percent: whole('How much is done, 0 to 100.'),
  }),
  'serviceOrder.activity.reported': fact('ServiceOrder', 'Fulfilment told of a step of its own (WFL-73).', {
    orderId: opaqueId('The order.'),
    serviceOrderNo: text('Number of the service order.'),
    attempt: whole('Attempt of the service order.'),
    code: text('Code of the step there.'),
    state: oneOf(ActivityState, 'How far it is.'),
  }),
  'offering-instance.plan-replaced': recordChange(
    'OfferingInstance',
    'The tariff plan of an offering instance was replaced.',
    {
      changes: fieldChanges(),
    },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof orderingEvents> {}
}
