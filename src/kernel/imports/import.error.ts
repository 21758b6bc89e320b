/**
 * Why a file cannot be imported at all; nothing has been written then.
 *
 * - `FILE_NOT_FOUND`: there is no such file, or it cannot be read.
 * - `UNREADABLE_FILE`: it is neither CSV nor an Excel workbook that can be read.
 * - `EMPTY_FILE`: it has no line.
 * - `UNREADABLE_HEADER`: its first line is not a header of a table.
 * - `UNKNOWN_COLUMN`, `MISSING_COLUMN`, `DOUBLE_COLUMN`: its header is not that of the table.
 * - `IMPORT_RUNNING`: the same import is at work on this database.
 * - `UNKNOWN_SYSTEM`: the other system that the records come from is not set up.
 * - `UNKNOWN_REGION`: the region that is to serve the customers does not exist.
 * - `FORBIDDEN`: the caller may not write records of the kind.
 * - `REJECTS_FILE`: the file for rejected rows cannot be written.
 */
export type ImportErrorCode =
  | 'FILE_NOT_FOUND'
  | 'UNREADABLE_FILE'
  | 'EMPTY_FILE'
  | 'UNREADABLE_HEADER'
  | 'UNKNOWN_COLUMN'
  | 'MISSING_COLUMN'
  | 'DOUBLE_COLUMN'
  | 'IMPORT_RUNNING'
  | 'UNKNOWN_SYSTEM'
  | 'UNKNOWN_REGION'
  | 'FORBIDDEN'
  | 'REJECTS_FILE';

/** An input that cannot be imported; the message says what is wrong and names it. */
export class ImportError extends Error {
  constructor(
    readonly code: ImportErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ImportError';
  }
}
