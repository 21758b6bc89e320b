import type { GraphQLError } from 'graphql';
import { acceptsEvents, answerContentType } from './accept.js';
import { json, type Reply } from './exchange.js';
import type { ErrorFormatter } from './format-error.js';
import { httpHead, statusOf } from './http-error.js';

/**
 * Answers an operation that is not run. What is wrong with the operation itself has status 400 under
 * `application/graphql-response+json`, and 200 under plain `application/json` (GraphQL over HTTP, section 6.4): there the status
 * speaks of the transport alone; who asks for a stream of events sees the 400 too. Who may not call, or calls too often, is told so by the status in either case.
 */
export function refusalReply(
  errors: readonly GraphQLError[],
  accept: string | undefined,
  format: ErrorFormatter,
): Reply {
  const [first] = errors;
  const code = first?.extensions['code'];
  const type = answerContentType(accept);
  const own = code === 'BAD_USER_INPUT' ? undefined : statusOf(code);
  const { headers } = httpHead(first, code);
  return json(
    own ?? (isPlain(type) && !acceptsEvents(accept) ? 200 : 400),
    { errors: errors.map(format) },
    { ...headers, 'content-type': type },
  );
}

/** The pipeline's answer, with status 200 where only the operation is at fault and the answer is plain JSON. */
export function softened(answer: Reply): Reply {
  if (answer.status !== 400 || !isPlain(answer.headers['content-type'])) return answer;
  const { errors = [] } = JSON.parse(String(answer.body)) as { errors?: { extensions?: { code?: string } }[] };
  return errors.some((error) => error.extensions?.code === 'BAD_REQUEST') ? answer : { ...answer, status: 200 };
}

const isPlain = (type: string | undefined): boolean => type?.startsWith('application/json') ?? false;
