import { GraphQLError } from 'graphql';

/** Codes of refusals and faults in `errors[]`; expected business failures are `userErrors` of a payload instead. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CURSOR_INVALID'
  | 'CURSOR_EXPIRED'
  | 'EARLIER_STATE_UNKNOWN'
  | 'SUBSCRIBER_TOO_SLOW'
  | 'TOO_MANY_OPERATIONS'
  | 'TOO_MANY_CONNECTIONS'
  | 'OPERATION_TOO_COSTLY'
  | 'OPERATION_TOO_DEEP'
  | 'OPERATION_TIMED_OUT'
  | 'CONFLICT'
  | 'CONFIRMATION_REQUIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_ANSWER_LOST'
  | 'DOCUMENT_REQUIRED'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_OUTDATED'
  | 'DOCUMENT_TOO_COMPLEX'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'VARIABLES_TOO_DEEP'
  | 'VARIABLES_TOO_MANY'
  | 'INTROSPECTION_FORBIDDEN'
  | 'RATE_LIMITED'
  | 'OUTSIDE_UNAVAILABLE'
  | 'BAD_REQUEST'
  | 'INTERNAL_SERVER_ERROR';

/** What a coded error may carry for the caller: the input field it is about, and values that explain it. */
export interface ErrorDetails {
  /** Path of the argument or input field, such as `['input', 'items', 0, 'quantity']`. */
  path?: readonly (string | number)[];
  [detail: string]: unknown;
}

/** A refusal with a stable code in `extensions.code`; the path of the argument stands in `extensions.argumentPath`. */
export function codedError(code: ErrorCode, message: string, details: ErrorDetails = {}): GraphQLError {
  const { path, ...rest } = details;
  return new GraphQLError(message, { extensions: { code, ...(path ? { argumentPath: path } : {}), ...rest } });
}
