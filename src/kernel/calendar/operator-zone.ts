import type { Database } from '../database/database.js';

/** Where the days, weeks, months and years of the operator begin, an IANA name. */
interface OperatorZone {
  /** Expression in SQL, without reference to any row. */
  sql: string;
  read(database: Pick<Database, 'pool'>): Promise<string>;
}

let known: OperatorZone = { sql: `'UTC'`, read: () => Promise.resolve('UTC') };

/** Says how the operator's time zone is read; whoever keeps it does, when it is loaded. */
export function keepOperatorZone(zone: OperatorZone): void {
  known = zone;
}

/** The operator's time zone; UTC where nobody keeps one. */
export const operatorDays = (): OperatorZone => known;
