import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Claims } from '../../kernel/access/token.js';

/** One HTTP request on its way to its answer. */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** The caller's `x-request-id` if it is sane, or a new one. */
  readonly id: string;
  readonly method: string;
  /** Path without the query string, not decoded: our paths need no escapes. */
  readonly path: string;
  /** Query string with its `?`, or empty. */
  readonly search: string;
  readonly ip: string;
  /** Who calls, once known. */
  claims?: Claims;
  /** Name of the operation, once known. */
  operationName?: string;
}

/** What a handler answers. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Writes an answer that goes on after its head, in place of the body. */
  stream?: (response: ServerResponse) => void;
}

/** Answers one path. What it throws becomes a coded error in the shape of a GraphQL response. */
export type Handler = (exchange: Exchange) => Reply | Promise<Reply>;

export function openExchange(req: IncomingMessage, res: ServerResponse): Exchange {
  const url = req.url ?? '/';
  const cut = url.indexOf('?');
  return {
    req,
    res,
    id: requestId(req),
    method: req.method ?? 'GET',
    path: cut < 0 ? url : url.slice(0, cut),
    search: cut < 0 ? '' : url.slice(cut),
    ip: req.socket.remoteAddress ?? '',
  };
}

/** Letters, digits and a few signs only: the id is written into logs and headers. */
export function requestId(req: IncomingMessage): string {
  const given = req.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  const body = JSON.stringify(value);
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}
