import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLRequest } from '@apollo/server';
import { hasOpenOperations } from '../../kernel/access/policy.js';
import type { Claims } from '../../kernel/access/token.js';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import { acceptsEvents, answerContentType, requireAcceptable } from './accept.js';
import type { Exchanges } from './apollo.js';
import { readJsonBody } from './body.js';
import { bearerToken, onlyIntrospects, onlyOpen } from './credentials.js';
import type { AdmittedRequest } from './event-route.js';
import type { Exchange, Handler, Reply } from './exchange.js';
import { HttpError } from './http-error.js';
import type { ErrorFormatter } from './format-error.js';
import type { GraphServerOptions } from './options.js';
import type { Admitted, RequestGate } from '../documents/gate.js';
import { hideSuggestions } from '../documents/introspection.js';
import { RequestRefused } from '../documents/request-refused.js';
import { keepable, requestOf, withText } from './operation-of-request.js';
import { refusalReply, softened } from './refusal-reply.js';

interface Parts<Ctx extends BaseContext> {
  apollo: ApolloServer<Ctx>;
  exchanges: Exchanges;
  authenticate: (token: string) => Promise<Claims>;
  gate: RequestGate;
  format: ErrorFormatter;
  /** Answers as a stream of server-sent events. */
  events: (exchange: Exchange, request: AdmittedRequest) => Promise<Reply>;
}

/** What is read of a body that comes without a token: enough to sign in, or to ask about the schema. */
const STRANGERS_BODY_BYTES = 16_384;

/** A stranger learns of a body that cannot be read only what any stranger learns, except where the schema is open. */
function refuseStranger({ claims }: Exchange, openIntrospection: boolean, error: unknown): never {
  throw claims || openIntrospection ? error : new UnauthenticatedError('missing');
}

/** POST and GET of operations. Whoever has no token may sign in and, in development, look at the schema; nothing else is run. */
export function graphqlRoute<Ctx extends BaseContext>(options: GraphServerOptions<Ctx>, parts: Parts<Ctx>): Handler {
  const { config, contextFor } = options;
  const { gate } = parts;
  const openIntrospection = config.explorer && config.environment === 'development';

  return async (exchange) => {
    const { req, method, search } = exchange;
    if (method !== 'POST' && method !== 'GET') {
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST, or queries by GET.', {
        allow: 'GET, POST',
      });
    }
    const streams = acceptsEvents(req.headers.accept);
    if (!streams) requireAcceptable(req.headers.accept);
    const token = bearerToken(req.headers.authorization);
    const mayBeOpen = method === 'POST' && hasOpenOperations();
    if (!token && !openIntrospection && !mayBeOpen) throw new UnauthenticatedError('missing');
    if (token) exchange.claims = await parts.authenticate(token);
    gate.enter(exchange.claims);

    const limit = exchange.claims
      ? config.http.bodyLimitBytes
      : Math.min(config.http.bodyLimitBytes, STRANGERS_BODY_BYTES);
    const body =
      method === 'POST'
        ? await readJsonBody(req, limit).catch((error: unknown) => refuseStranger(exchange, openIntrospection, error))
        : undefined;
    if (!exchange.claims) {
      const query = queryOf(body, search);
      if (!(openIntrospection && onlyIntrospects(query)) && !(mayBeOpen && onlyOpen(query)))
        throw new UnauthenticatedError('missing');
    }
    const admitted = await admit(exchange, body);
    if (admitted instanceof RequestRefused) return refusalReply(admitted.errors, req.headers.accept, parts.format);
    const request = admitted ? withText(exchange, body, admitted) : { search, body };
    const note = (text: string) => admitted && gate.answered(admitted, exchange.claims, text);
    if (streams) return parts.events(exchange, { ...request, answered: note });
    const answered = await run(exchange, request);
    if (!admitted) return answered;
    note(String(answered.body));
    return method === 'GET' && admitted.registered ? keepable(exchange, answered, admitted.registered) : answered;
  };

  async function admit(
    { method, search, claims }: Exchange,
    body: unknown,
  ): Promise<Admitted | undefined | RequestRefused> {
    try {
      const request = requestOf(method, body, search);
      return request && (await gate.admit(request, claims));
    } catch (error) {
      if (error instanceof RequestRefused) return error;
      throw error;
    }
  }

  async function run(exchange: Exchange, { search, body }: { search: string; body: unknown }): Promise<Reply> {
    const { method, req } = exchange;
    const context = await contextFor(graphRequest(exchange, body));
    const ready = await shortcut(options, body, context);
    if (ready) {
      if (ready.operationName) exchange.operationName = ready.operationName.slice(0, 100);
      return { status: 200, headers: { 'content-type': answerContentType(req.headers.accept) }, body: ready.text };
    }
    const request: HTTPGraphQLRequest = { method, headers: headerMap(exchange), search, body };
    parts.exchanges.set(request, exchange);
    const answer = reply(
      await parts.apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: request, context: async () => context }),
    );
    const shown = gate.mayExplore(exchange.claims) ? answer : { ...answer, body: hideSuggestions(String(answer.body)) };
    return softened(shown);
  }
}

async function shortcut<Ctx extends BaseContext>(options: GraphServerOptions<Ctx>, body: unknown, context: Ctx) {
  if (!options.shortcut || typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return options.shortcut(body, context);
}

function graphRequest({ id, ip, claims, req }: Exchange, body: unknown) {
  return {
    transport: 'http',
    requestId: id,
    ip,
    headers: req.headers,
    claims,
    extensions: extensionsOf(body),
  } as const;
}

function extensionsOf(body: unknown): Readonly<Record<string, unknown>> | undefined {
  const extensions = typeof body === 'object' && body !== null && 'extensions' in body ? body.extensions : undefined;
  const isObject = typeof extensions === 'object' && extensions !== null && !Array.isArray(extensions);
  return isObject ? (extensions as Readonly<Record<string, unknown>>) : undefined;
}

function queryOf(body: unknown, search: string): unknown {
  if (body === undefined) return new URLSearchParams(search).get('query');
  return typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
}

function headerMap({ req }: Exchange): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function reply(answer: Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>): Reply {
  if (answer.body.kind !== 'complete') throw new Error('incremental delivery is not offered');
  return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), body: answer.body.string };
}
