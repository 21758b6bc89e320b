import { OperationTypeNode } from 'graphql';
import type { BaseContext } from '@apollo/server';
import { eventStream } from './accept.js';
import type { Admission } from './admission.js';
import { EventResponse } from './event-response.js';
import type { Exchange, Reply } from './exchange.js';
import { json } from './exchange.js';
import { HttpError } from './http-error.js';
import type { GraphRequest, GraphServerOptions } from './options.js';
import type { OperationMessage, Operations } from '../subscribe/operations.js';
import type { StreamLimits } from './stream-limits.js';

interface Parts<Ctx extends object> {
  operations: Operations<Ctx>;
  admission: Admission;
  limits: StreamLimits;
  responses: Set<EventResponse>;
}

/** What the gate has let through. */
export interface AdmittedRequest {
  body: unknown;
  search: string;
  /** Takes note of the answer of a query or mutation. */
  answered: (text: string) => void;
}

/** Answers an operation of a known caller as a stream of server-sent events. */
export function eventRoute<Ctx extends BaseContext>(
  options: GraphServerOptions<Ctx>,
  { operations, admission, limits, responses }: Parts<Ctx>,
) {
  return async (exchange: Exchange, { body, search, answered }: AdmittedRequest): Promise<Reply> => {
    const message = exchange.method === 'POST' ? fromBody(body) : fromQuery(search);
    const prepared = operations.prepare(message);
    if (!('operation' in prepared)) return json(400, { errors: operations.errors(prepared) });
    const { operation } = prepared;
    if (exchange.method === 'GET' && operation.operation === OperationTypeNode.MUTATION)
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'Mutations are sent by POST.', { allow: 'POST' });
    if (operation.name) exchange.operationName = operation.name.value.slice(0, 100);
    const context = () => options.contextFor(eventRequest(exchange, message));
    const first = await context();
    const variables = message.variables ?? {};
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      const text = await operations.answer(prepared, variables, first);
      answered(text);
      return streaming((response) => new EventResponse(exchange.claims, response, limits, context).complete(text));
    }
    const release = exchange.claims ? admission.enter(exchange.claims) : () => undefined;
    exchange.res.once('close', release);
    const lastEventId = exchange.req.headers['last-event-id'];
    return streaming((response) => {
      const events = new EventResponse(exchange.claims, response, limits, context);
      responses.add(events);
      response.once('close', () => responses.delete(events));
      const request = {
        prepared,
        variables,
        context: first,
        sink: events,
        lastEventId: typeof lastEventId === 'string' && lastEventId ? lastEventId : undefined,
      };
      void operations.subscribe(request).then((opened) => {
        if (typeof opened === 'string') return events.complete(opened);
        const { subscriber } = opened;
        if (response.destroyed || response.writableEnded) return subscriber.end();
        // Headers go out before anything happens: the client that has them knows that it is subscribed.
        response.flushHeaders();
        events.subscriptions.add(opened);
        return subscriber.done.then(
          () => events.complete(),
          (error: unknown) => events.complete(JSON.stringify({ errors: operations.errors([error]) })),
        );
      });
    });
  };
}

/** What is known about an operation that is answered as a stream. */
function eventRequest({ id, ip, claims, req }: Exchange, { extensions }: OperationMessage): GraphRequest {
  return { transport: 'sse', requestId: id, ip, headers: req.headers, claims, extensions: extensions ?? undefined };
}

function streaming(stream: NonNullable<Reply['stream']>): Reply {
  return {
    status: 200,
    headers: {
      'content-type': `${eventStream}; charset=utf-8`,
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
    body: '',
    stream,
  };
}

function fromBody(body: unknown): OperationMessage {
  if (!isObject(body)) throw new HttpError(400, 'BAD_REQUEST', 'The body is not one operation.');
  return checked(body);
}

function fromQuery(search: string): OperationMessage {
  const given = new URLSearchParams(search);
  return checked({
    query: given.get('query') ?? undefined,
    operationName: given.get('operationName') ?? undefined,
    variables: parsed(given.get('variables')),
  });
}

function parsed(variables: string | null): unknown {
  try {
    return variables === null ? undefined : JSON.parse(variables);
  } catch {
    throw new HttpError(400, 'BAD_REQUEST', 'The variables are not valid JSON.');
  }
}

function checked({ query, operationName, variables, extensions }: Record<string, unknown>): OperationMessage {
  if (typeof query !== 'string') throw new HttpError(400, 'BAD_REQUEST', 'The operation has no query text.');
  if (operationName != null && typeof operationName !== 'string')
    throw new HttpError(400, 'BAD_REQUEST', 'The operation name is not a text.');
  if (variables != null && !isObject(variables))
    throw new HttpError(400, 'BAD_REQUEST', 'The variables are not an object.');
  return {
    query,
    operationName: operationName as string | undefined,
    variables: variables as Record<string, unknown> | undefined,
    ...(isObject(extensions) ? { extensions } : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
