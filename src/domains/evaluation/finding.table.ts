import { defineTable, type RowReader, type TableColumn } from '../../kernel/tables/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { customerByCode } from '../customer/index.js';
import { customerColumns, EVALUATION_EXPORT } from './evaluation.table.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { CustomerValue } from './value-class.js';

const number = (name: string): TableColumn => ({
  ...{ name, needed: true },
  description: 'Number; a row whose number exists is left alone.',
});
const line: TableColumn = { name: 'businessLine', description: 'Code of the business.', at: 'businessLine.code' };
const reason: TableColumn = { name: 'reason', description: 'Why.', needed: true, at: 'evidence' };
const outcome: TableColumn[] = ['status', 'foundBy', 'foundAt', 'trackedUntil', 'verdict', 'endedAt'].map((name) => ({
  ...{ name, exportOnly: true },
  description: 'What came of it.',
}));
const found = (row: RowReader) => ({
  findingNo: row.text('findingNo'),
  customerId: row.reference('customer', customerByCode),
  businessLineId: row.reference('businessLine', BusinessLine),
  reason: row.text('reason'),
});

/** Abnormal customers as a table, to be imported, and exported for print (CUS-66). */
defineTable({
  name: 'abnormal-customers',
  noun: AbnormalCustomer,
  list: 'abnormalCustomers',
  mutation: 'abnormalCustomerAdd',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'findingNo',
  known: 'select "finding_no" as "key" from "abnormal_customer" where "finding_no" = any($1)',
  columns: [
    number('findingNo'),
    ...customerColumns,
    line,
    { name: 'kind', description: 'In which way.', needed: true },
    reason,
    { name: 'inUse', description: 'Whether services are used.', exportOnly: true },
    ...outcome,
  ],
  input: (row) => ({ ...found(row), kind: row.text('kind') }),
});

/** Potential big customers as a table, to be imported, and exported for print (CUS-76). */
defineTable({
  name: 'potential-big-customers',
  noun: PotentialBigCustomer,
  list: 'potentialBigCustomers',
  mutation: 'potentialBigCustomerAdd',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'findingNo',
  known: 'select "finding_no" as "key" from "potential_big_customer" where "finding_no" = any($1)',
  columns: [number('findingNo'), ...customerColumns, line, reason, ...outcome],
  input: found,
});

/** Classes of value as a table, to be imported, and exported for print (CUS-72). */
defineTable({
  name: 'customer-values',
  noun: CustomerValue,
  list: 'customerValues',
  mutation: 'customerValueSet',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'valueNo',
  known: 'select "value_no" as "key" from "customer_value" where "value_no" = any($1)',
  columns: [
    number('valueNo'),
    ...customerColumns,
    { name: 'valueClass', description: 'The class.', needed: true },
    { name: 'reason', description: 'By what it was decided.', needed: true, at: 'criteria' },
    { name: 'heldUntil', description: 'Until when rules leave it.' },
    { name: 'spend', description: 'What was spent then.', exportOnly: true, at: 'spend.amount' },
    { name: 'cost', description: 'What it cost then.', exportOnly: true, at: 'cost.amount' },
    { name: 'validFrom', description: 'From when.', exportOnly: true, at: 'validity.from' },
    { name: 'validTo', description: 'Until when.', exportOnly: true, at: 'validity.to' },
  ],
  input: (row) => ({
    valueNo: row.text('valueNo'),
    customerId: row.reference('customer', customerByCode),
    valueClass: row.text('valueClass'),
    reason: row.text('reason'),
    heldUntil: row.moment('heldUntil'),
  }),
});
