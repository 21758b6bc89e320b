import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../../kernel/config/config.js';
import type { Logger } from '../../kernel/log/log.js';
import { errorContentType } from './accept.js';
import { json, openExchange, type Exchange, type Handler, type Reply } from './exchange.js';
import type { ErrorFormatter } from './format-error.js';
import { corsHeaders, preflightHeaders, securityHeaders } from './headers.js';
import type { Phase } from './health.js';
import { HttpError, httpHead } from './http-error.js';
import { logRequest } from './request-log.js';

interface Parts {
  /** Handlers by exact path, or by a path whose last part may be any: `/documents/*`. */
  routes: ReadonlyMap<string, Handler>;
  config: Pick<Config, 'http'>;
  log: Logger;
  format: ErrorFormatter;
  phase: () => Phase;
}

/** Answers every request of the HTTP server: by its route, or with a coded error. */
export function createListener(parts: Parts) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const exchange = openExchange(req, res);
    logRequest(exchange, parts.log);
    const reply = await answer(exchange, parts);
    if (res.destroyed) return;
    res.writeHead(reply.status, {
      ...securityHeaders,
      ...corsHeaders(parts.config.http, req.headers.origin),
      ...reply.headers,
      'x-request-id': exchange.id,
      ...(reply.stream || reply.status === 304 ? {} : { 'content-length': String(Buffer.byteLength(reply.body)) }),
      ...(parts.phase() === 'draining' ? { connection: 'close' } : {}),
    });
    if (reply.stream) reply.stream(res);
    else res.end(exchange.method === 'HEAD' ? undefined : reply.body);
  };
}

async function answer(exchange: Exchange, parts: Parts): Promise<Reply> {
  try {
    return await dispatch(exchange, parts);
  } catch (error) {
    const formatted = parts.format(error);
    const { status, headers } = httpHead(error, formatted.extensions?.code);
    const type = errorContentType(exchange.req.headers.accept);
    return json(status, { errors: [formatted] }, { ...headers, 'content-type': type });
  }
}

async function dispatch(exchange: Exchange, { routes, phase }: Parts): Promise<Reply> {
  const { method, path } = exchange;
  const handler = routes.get(path) ?? routes.get(path.replace(/[^/]+$/, '*'));
  if (!handler) throw new HttpError(404, 'NOT_FOUND', 'There is nothing at this path; the graph is at /graphql.');
  if (path === '/graphql') {
    if (method === 'OPTIONS') return { status: 204, headers: { ...preflightHeaders, allow: 'GET, POST' }, body: '' };
    if (phase() === 'starting')
      throw new HttpError(503, 'SERVICE_UNAVAILABLE', 'The server is starting.', { 'retry-after': '1' });
  } else if (method !== 'GET' && method !== 'HEAD') {
    throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'This path is read with GET.', { allow: 'GET, HEAD' });
  }
  return handler(exchange);
}
