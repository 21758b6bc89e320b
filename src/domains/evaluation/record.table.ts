import { defineTable, type RowReader, type TableColumn } from '../../kernel/tables/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnRecord } from './churn-record.js';
import { ConsumptionRecord } from './consumption-record.js';
import { customerByCode } from '../customer/index.js';
import { customerColumns, EVALUATION_EXPORT } from './evaluation.table.js';

const number: TableColumn = {
  name: 'recordNo',
  description: 'Number; a row whose number exists is left alone.',
  needed: true,
};
const line = (needed: boolean): TableColumn => ({
  name: 'businessLine',
  description: 'Code of the business.',
  needed,
  at: 'businessLine.code',
});
const deleted: TableColumn = { name: 'deletedAt', description: 'When it was deleted.', exportOnly: true };
const money: TableColumn[] = [
  { name: 'amount', description: 'The amount, exact.', needed: true, at: 'amount.amount' },
  { name: 'currency', description: 'Its currency, ISO 4217.', needed: true, at: 'amount.currency' },
];

const texts = (row: RowReader, ...names: string[]) => Object.fromEntries(names.map((name) => [name, row.text(name)]));
const common = (row: RowReader) => ({
  recordNo: row.text('recordNo'),
  customerId: row.reference('customer', customerByCode),
  businessLineId: row.reference('businessLine', BusinessLine),
});
const amountOf = (row: RowReader) => ({ amount: row.text('amount'), currency: row.text('currency') });
const known = (table: string) => `select "record_no" as "key" from "${table}" where "record_no" = any($1)`;

/** Consumption as a table, to be imported, and exported for print (CUS-63). */
defineTable({
  name: 'consumption',
  noun: ConsumptionRecord,
  list: 'consumptionRecords',
  mutation: 'consumptionRecordSave',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'recordNo',
  known: known('consumption_record'),
  columns: [
    number,
    ...customerColumns,
    line(true),
    { name: 'content', description: 'What was consumed.', needed: true },
    { name: 'direction', description: 'Direction of calls.' },
    { name: 'occurredAt', description: 'When; now when blank.' },
    { name: 'quantity', description: 'How much of it.' },
    { name: 'unit', description: 'Unit of the quantity.' },
    ...money,
    { name: 'cost', description: 'What it cost the operator, in the same currency.', at: 'cost.amount' },
    { name: 'paymentMode', description: 'How it is paid.' },
    deleted,
  ],
  input: (row) => ({
    ...common(row),
    ...texts(row, 'content', 'direction', 'quantity', 'unit', 'paymentMode'),
    occurredAt: row.moment('occurredAt'),
    amount: amountOf(row),
    cost: row.has('cost') ? { amount: row.text('cost'), currency: row.text('currency') } : undefined,
  }),
});

/** Arrears as a table, to be imported, and exported for print (CUS-64). */
defineTable({
  name: 'arrears',
  noun: ArrearsRecord,
  list: 'arrearsRecords',
  mutation: 'arrearsRecordSave',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'recordNo',
  known: known('arrears_record'),
  columns: [
    number,
    ...customerColumns,
    line(false),
    ...money,
    { name: 'arrearsDate', description: 'Day since when it is owed, YYYY-MM-DD.', needed: true },
    { name: 'recovery', description: 'What has come of it; OPEN when blank.' },
    { name: 'recoveredOn', description: 'Day when it was paid or given up.' },
    { name: 'dunningMode', description: 'MACHINE or MANUAL.' },
    { name: 'dunningCount', description: 'How often they were reminded.' },
    deleted,
  ],
  input: (row) => ({
    ...common(row),
    ...texts(row, 'arrearsDate', 'recovery', 'recoveredOn', 'dunningMode'),
    amount: amountOf(row),
    dunningCount: row.whole('dunningCount'),
  }),
});

/** Churn as a table, to be imported, and exported for print (CUS-68). */
defineTable({
  name: 'churn',
  noun: ChurnRecord,
  list: 'churnRecords',
  mutation: 'churnRecordSave',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'recordNo',
  known: known('churn_record'),
  columns: [
    number,
    ...customerColumns,
    line(false),
    { name: 'kind', description: 'How.', needed: true },
    { name: 'reason', description: 'Why.', needed: true },
    { name: 'competitor', description: 'The operator that the customer went to.' },
    { name: 'churnedOn', description: 'Day when it happened, YYYY-MM-DD.', needed: true },
    deleted,
  ],
  input: (row) => ({ ...common(row), ...texts(row, 'kind', 'reason', 'competitor', 'churnedOn') }),
});
