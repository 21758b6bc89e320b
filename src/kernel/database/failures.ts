import { Refusal, userError } from '../errors/refusal.js';

interface PostgresError {
  code?: string;
  constraint?: string;
  column?: string;
  detail?: string;
}

function postgresError(error: unknown): PostgresError {
  const cause = (error as { cause?: unknown }).cause;
  return { ...((cause ?? {}) as PostgresError), ...(error as PostgresError) };
}

/** Serialization failures and deadlocks: the same transaction may succeed when it is run again. */
export function isRetryable(error: unknown): boolean {
  const { code } = postgresError(error);
  return code === '40001' || code === '40P01';
}

/** Whether the database did not take a statement as such, or a value in it: it was written wrongly, and has written nothing. */
export function isUnsoundStatement(error: unknown): boolean {
  const { code } = postgresError(error);
  return code !== undefined && /^(0A|22|42)/.test(code);
}

/** What a constraint of the database says, as a refusal for the caller; anything else stays as it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code, constraint, column } = postgresError(error);
  const details = { ...(constraint ? { constraint } : {}), ...(column ? { column } : {}) };
  if (code === '23505')
    return new Refusal([userError('DUPLICATE', 'A record with the same unique value exists already.', [], details)]);
  if (code === '23503')
    return new Refusal([
      userError('IN_USE', 'Other records refer to this one, or it refers to one that is gone.', [], details),
    ]);
  if (code === '23P01') return new Refusal([userError('OVERLAPS', 'A record overlaps with another one.', [], details)]);
  if (code === '23514')
    return new Refusal([userError('CONSTRAINT', 'The values contradict a rule of the record.', [], details)]);
  if (code === '55P03')
    return new Refusal([userError('BUSY', 'Another operation holds the record; try again.', [], details)]);
  return error;
}

/** Whether the database could not be reached, or ended the connection: the same read may succeed on another one. */
export function isConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code } = postgresError(error);
  if (code !== undefined) return /^(57P0[1-3]|25P03|08...|ECONN(REFUSED|RESET)|EPIPE)$/.test(code);
  return (
    error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}
