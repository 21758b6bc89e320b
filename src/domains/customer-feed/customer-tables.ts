import { customerByCode } from '../customer/index.js';
import type { Database } from '../../kernel/database/database.js';
import { type RowReader, type TableDefinition, tableNamed, tableOfNow } from '../../kernel/tables/index.js';

/** The table by which customers are imported: its columns are the uniform model (CUS-79). */
export const customersTable = (): TableDefinition => tableNamed('customers')!;

/** Fields of the uniform customer that a mapping may fill, with the further attributes that templates have now. */
export async function uniformFields(database: Pick<Database, 'pool'>): Promise<string[]> {
  const { columns } = await tableOfNow(customersTable(), database);
  return columns.filter(({ exportOnly }) => !exportOnly).map(({ name }) => name);
}

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
  const { noun, exportPermission, columns, input, further } = customersTable();
  return {
    ...{ name: 'customer-changes', noun, exportPermission, columns, keyColumn: 'code' },
    mutation: 'customerChange',
    // Each row names one that exists, and is to be changed.
    known: 'select null::text as "key" where $1::text[] is null',
    // Further attributes are changed by their names, and those that a record does not say stay.
    ...(further ? { further } : {}),
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
