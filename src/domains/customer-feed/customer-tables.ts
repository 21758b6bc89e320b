import { customerByCode } from '../customer/index.js';
import { type RowReader, type TableDefinition, tableNamed } from '../../kernel/tables/index.js';

/** The table by which customers are imported: its columns are the uniform model (CUS-79). */
export const customersTable = (): TableDefinition => tableNamed('customers')!;

/** Fields of the uniform customer that a mapping may fill. */
export const uniformFields = (): string[] =>
  customersTable()
    .columns.filter(({ exportOnly }) => !exportOnly)
    .map(({ name }) => name);

/** Parts of a new customer that a change of one has too, and that a feed may change. */
const changed = [
  'individual',
  'organization',
  'customerType',
  'subType',
  'serviceLevel',
  'serviceAddress',
  'vipNo',
  'operators',
];

/** The same rows as changes of customers who are there, by code. */
export function changesTable(): TableDefinition {
  const { noun, exportPermission, columns, input } = customersTable();
  return {
    ...{ name: 'customer-changes', noun, exportPermission, columns, keyColumn: 'code' },
    mutation: 'customerChange',
    // Each row names one that exists, and is to be changed.
    known: 'select null::text as "key" where $1::text[] is null',
    input: (row: RowReader) => {
      const all = input(row);
      return {
        customerId: row.reference('code', customerByCode),
        ...Object.fromEntries(changed.map((name) => [name, all[name]])),
        reason: 'customer feed',
      };
    },
  };
}
