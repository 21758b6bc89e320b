import { definePermission } from '../../kernel/access/index.js';

/** Permission to write what is known of customers in this area into a file. */
export const EVALUATION_EXPORT = 'evaluation.export';

// Of an area of its own, so that those who may change records do not get it along.
definePermission({
  name: EVALUATION_EXPORT,
  area: 'exchange',
  description: 'To export credit, ratings and what else is known of customers by evaluation as tables in files.',
});

/** The columns that tell of whom a row is. */
export const customerColumns = [
  { name: 'customer', description: 'Code of the customer.', needed: true, at: 'customer.code' },
  { name: 'customerName', description: 'Name of the customer.', exportOnly: true, at: 'customer.name' },
  { name: 'customerType', description: 'Market group.', exportOnly: true, at: 'customer.customerType' },
  { name: 'region', description: 'Code of the region.', exportOnly: true, at: 'customer.region.code' },
];
