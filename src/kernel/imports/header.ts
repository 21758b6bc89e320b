import type { TableRecord } from '../tables/index.js';
import { ImportError } from './import.error.js';

const list = (names: readonly string[]) => names.map((name) => `"${name.slice(0, 60)}"`).join(', ');

/**
 * Checks the header of a file against the columns that a table has; they may stand in any order.
 * @param columns those that it may have, one that ends with `*` for all that begin so; null: any
 * @param needed columns that may not be left away; all of them when absent
 * @returns the position of each column
 * @throws ImportError naming every column that is unknown, missing or there twice
 */
export function checkHeader(
  record: TableRecord | undefined,
  columns: readonly string[] | null,
  needed: readonly string[] = columns ?? [],
): Map<string, number> {
  if (!record)
    throw new ImportError('EMPTY_FILE', 'The file is empty; a header with the names of the columns is expected.');
  if (record.fault) throw new ImportError('UNREADABLE_HEADER', `Line 1 is not readable as a header: ${record.fault}`);
  const names = record.fields.map((name) => name.trim());
  const unknown = columns
    ? names.filter((name) => !columns.some((column) => admits(column, name)))
    : names.filter((name) => name === '');
  const missing = needed.filter((name) => !names.includes(name));
  const double = names.filter((name, index) => names.indexOf(name) !== index);
  const problems = [
    ...(unknown.length ? [`unknown: ${list(unknown)}`] : []),
    ...(missing.length ? [`missing: ${list(missing)}`] : []),
    ...(double.length ? [`there twice: ${list(double)}`] : []),
  ];
  if (problems.length > 0) {
    const code = unknown.length ? 'UNKNOWN_COLUMN' : missing.length ? 'MISSING_COLUMN' : 'DOUBLE_COLUMN';
    throw new ImportError(
      code,
      `The columns are not those of the table (${problems.join('; ')}). Expected are: ${columns ? columns.join(', ') : `names, among them ${list(needed) || 'any'}`}.`,
    );
  }
  return new Map(names.map((name, index) => [name, index]));
}

const admits = (column: string, name: string): boolean =>
  column.endsWith('*') ? name.startsWith(column.slice(0, -1)) : name === column;
