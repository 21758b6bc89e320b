/**
 * Why the embedded PostgreSQL could not be started or stopped.
 *
 * - `EMBEDDED_POSTGRES_PLATFORM`: there are no binaries for this operating system or processor.
 * - `EMBEDDED_POSTGRES_IN_USE`: another running process owns the data folder.
 * - `EMBEDDED_POSTGRES_ACCOUNT`: no operating system user fit to run PostgreSQL.
 * - `EMBEDDED_POSTGRES_FOLDER`: the data folder cannot be created, read or entered by the user that runs PostgreSQL.
 * - `EMBEDDED_POSTGRES_DATA`: the data folder belongs to another PostgreSQL version or lacks its access file.
 * - `EMBEDDED_POSTGRES_INIT`: `initdb` failed.
 * - `EMBEDDED_POSTGRES_START`: the server ended before it was ready.
 * - `EMBEDDED_POSTGRES_STOP`: a server would not end.
 */
export type EmbeddedPostgresErrorCode =
  | 'EMBEDDED_POSTGRES_PLATFORM'
  | 'EMBEDDED_POSTGRES_IN_USE'
  | 'EMBEDDED_POSTGRES_ACCOUNT'
  | 'EMBEDDED_POSTGRES_FOLDER'
  | 'EMBEDDED_POSTGRES_DATA'
  | 'EMBEDDED_POSTGRES_INIT'
  | 'EMBEDDED_POSTGRES_START'
  | 'EMBEDDED_POSTGRES_STOP';

/** A failure of the embedded PostgreSQL; the message says what the operator can do about it. */
export class EmbeddedPostgresError extends Error {
  /** Stable code of the cause. */
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** The `code` of a Node system error (`ENOENT`, `EACCES` …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  // By shape, not by class: test runners give each file an `Error` class of its own.
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
