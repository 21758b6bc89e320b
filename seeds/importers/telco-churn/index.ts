import type { Importer } from '../../../src/kernel/imports/index.js';
import { bulkTarget } from '../bulk-target.js';
import { telcoChurnColumns } from './columns.js';
import { readTelcoChurnRow, type TelcoChurnRow } from './row.js';
import { loadTarget } from './target.js';
import { writeTelcoChurnRow } from './write-row.js';

export { telcoChurnColumns } from './columns.js';
export type { TelcoChurnRow } from './row.js';

/** How the table is placed in time and space, which it does not say itself. */
export interface TelcoChurnOptions {
  /** The day that the table describes; tenures are counted back from its beginning in UTC. Today when absent. */
  asOf?: Date;
  /** Code of the region that serves the customers; California when absent. */
  region?: string;
}

/** The public IBM telco churn table: customers of an American operator with their services, contracts, charges, and whether they left. */
export function telcoChurn(options: TelcoChurnOptions = {}): Importer<TelcoChurnRow> {
  const now = new Date();
  const asOf = new Date((options.asOf ?? now).toISOString().slice(0, 10));
  return {
    name: 'telco-churn',
    columns: telcoChurnColumns,
    keyColumn: 'customerID',
    read: readTelcoChurnRow,
    async prepare(database) {
      const target = await loadTarget(database, options.region);
      return bulkTarget(database, {
        keyColumn: 'customerID',
        async known(client, keys) {
          const { rows } = await client.query<{ code: string }>(
            'select "code" from "customer_code" where "code" = any($1)',
            [keys],
          );
          return new Set(rows.map(({ code }) => code));
        },
        write: (batch, row) => writeTelcoChurnRow(batch, row, target, asOf, now),
      });
    },
  };
}
