import { z } from 'zod';
import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  opaqueId,
  recordChange,
  text,
} from '../../kernel/events/event-type.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { InFlightChange, ProductInstanceStatus, SuspendReason } from './product-instance.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const inventoryEvents = defineEventTypes({
  'productInstance.transferred': fact('ProductInstance', 'A product instance went to another customer.', {
    fromCustomerId: opaqueId('Customer before.'),
    toCustomerId: opaqueId('Customer after.'),
  }),
  'instanceStateRule.changed': recordChange(
    'InstanceStateRule',
    'Whether a service may be ordered in a state was said, changed or taken back (PRD-29).',
    {
      product: text('Code of the product; null for every one.').nullable(),
      status: oneOf(ProductInstanceStatus, 'State of the instances.'),
      suspendReason: oneOf(SuspendReason, 'Reason of the suspension; null for any.').nullable(),
      service: oneOf(CustomerServiceType, 'The service.'),
      changes: fieldChanges(),
    },
  ),
  'productInstance.change.started': recordChange('ProductInstance', 'An order began to move or change an instance.', {
    change: oneOf(InFlightChange, 'What it does.').nullable(),
  }),
  'productInstance.changed': recordChange('ProductInstance', 'An instance was moved or changed.', {
    change: oneOf(InFlightChange, 'What was done.').nullable(),
    before: z.record(z.string(), z.unknown()).describe('Fields that changed, as they were.'),
    after: z.record(z.string(), z.unknown()).describe('Fields that changed, as they are.'),
  }),
  'productInstance.change.abandoned': recordChange(
    'ProductInstance',
    'The order to move or change an instance was withdrawn.',
    {
      change: oneOf(InFlightChange, 'What it was to do.').nullable(),
    },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof inventoryEvents> {}
}
