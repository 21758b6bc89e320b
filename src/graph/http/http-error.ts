import { GraphQLError } from 'graphql';

/** A request that is refused for its HTTP shape, before any operation is looked at. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  /** What the caller reads in `errors[].extensions`. */
  readonly extensions: { code: string };

  /**
   * @param status HTTP status of the answer.
   * @param code stable code for programs.
   * @param message explanation for people.
   * @param headers headers the status demands, such as `allow`.
   */
  constructor(
    readonly status: number,
    code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.extensions = { code };
  }
}

/** HTTP status of a refusal that happens before execution, by its code. */
const statuses = new Map([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['BAD_USER_INPUT', 400],
  ['TOO_MANY_CONNECTIONS', 429],
  ['RATE_LIMITED', 429],
  ['DOCUMENT_REQUIRED', 403],
  ['INTROSPECTION_FORBIDDEN', 403],
  ['BAD_REQUEST', 400],
]);

/** HTTP status of a code that has one of its own; undefined for what is wrong with the operation itself. */
export const statusOf = (code: unknown): number | undefined => statuses.get(String(code));

/** When a caller who sends too much may come back. */
function retryAfter(error: unknown): Record<string, string> {
  const seconds = error instanceof GraphQLError ? error.extensions['retryAfter'] : undefined;
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
}

/** Status and headers that answer an error; 500 for what nobody expected. */
export function httpHead(error: unknown, code: unknown): { status: number; headers: Record<string, string> } {
  if (error instanceof HttpError) return { status: error.status, headers: error.headers };
  const status = statuses.get(String(code)) ?? 500;
  return { status, headers: { ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}), ...retryAfter(error) } };
}
