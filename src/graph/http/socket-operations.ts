import type { BaseContext } from '@apollo/server';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { CloseCode, type Context, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { codedError } from '../../kernel/errors/coded-error.js';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import { type Admitted, type RequestGate } from '../documents/gate.js';
import { RequestRefused } from '../documents/request-refused.js';
import type { Operations } from '../subscribe/operations.js';
import type { PreparedOperation } from '../subscribe/prepared-documents.js';
import type { Connection } from './connection.js';
import { connectionToken } from './credentials.js';
import { asGraphQLError } from './format-error.js';
import type { GraphRequest, GraphServerOptions } from './options.js';
import { messageTail } from '../subscribe/frame.js';
import { StreamCloseCode, type StreamLimits } from './stream-limits.js';
import type { Admission } from './admission.js';

type Socket = Context<Record<string, unknown> | undefined, Connection>;

interface Parts<Ctx extends object> {
  operations: Operations<Ctx>;
  admission: Admission;
  limits: StreamLimits;
  gate: RequestGate;
}

/** What graphql-ws carries from `onSubscribe` to the execution; the rest of its arguments stays unused. */
interface SocketOperation<Ctx> extends ExecutionArgs {
  contextValue: Ctx;
  prepared: PreparedOperation;
  admitted: Admitted | undefined;
  connection: Connection;
  operationId: string;
  /** Says that the operation has begun, or will not. */
  begun: () => void;
}

/** Operation ids are echoed with every message. */
const MAX_ID_LENGTH = 128;

const MESSAGE_START = '{"type":"next","payload":';

/**
 * How operations over WebSocket are admitted, prepared and answered; the rules are those of HTTP. graphql-ws speaks the protocol,
 * but results go past it to the socket: what it is given are streams that end without a value when all has been sent.
 */
export function socketOperations<Ctx extends BaseContext>(
  options: GraphServerOptions<Ctx>,
  { operations, admission, limits, gate }: Parts<Ctx>,
): ServerOptions<Record<string, unknown> | undefined, Connection> {
  const { schema, log, contextFor } = options;

  async function prepare(
    ctx: Socket,
    id: string,
    payload: SubscribePayload,
    begun: () => void,
  ): Promise<SocketOperation<Ctx> | readonly GraphQLError[]> {
    const connection = ctx.extra;
    gate.enter(connection.claims);
    const admitted = await gate.admit(payload, connection.claims);
    const prepared = operations.prepare({ ...payload, query: admitted?.query ?? payload.query });
    if (!('operation' in prepared)) return prepared;
    const { operation } = prepared;
    const operationName = operation.name?.value.slice(0, 100);
    log.info(
      {
        connectionId: connection.id,
        operationId: id,
        type: operation.operation,
        operationName,
        sub: connection.claims?.sub,
      },
      'operation',
    );
    const contextValue = await contextFor({
      ...socketRequest(connection, `${connection.id}/${id}`),
      extensions: payload.extensions ?? undefined,
      ...(ctx.connectionParams ? { connectionParams: ctx.connectionParams } : {}),
    });
    return {
      schema,
      document: prepared.document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue,
      prepared,
      admitted,
      connection,
      operationId: id,
      begun,
    };
  }

  /** Counts the operation from its first moment; what begins to run gives its place back when it is over. */
  async function start(
    ctx: Socket,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketOperation<Ctx> | readonly GraphQLError[]> {
    const connection = ctx.extra;
    if (connection.operations >= limits.operationsPerSocket) return [tooManyOperations(limits)];
    connection.operations++;
    const begun = connection.begin();
    const prepared = await prepare(ctx, id, payload, begun).catch((error: unknown) =>
      error instanceof RequestRefused ? [...error.errors] : [asGraphQLError(error)],
    );
    if ('prepared' in prepared) return prepared;
    connection.operations--;
    begun();
    return prepared;
  }

  async function answer(args: SocketOperation<Ctx>): Promise<AsyncIterable<never>> {
    const { connection, prepared, operationId, contextValue } = args;
    connection.answering++;
    args.begun();
    try {
      const text = await operations.answer(prepared, args.variableValues ?? {}, contextValue);
      if (args.admitted) gate.answered(args.admitted, connection.claims, text);
      connection.put(Buffer.from(`${MESSAGE_START}${text},"id":`), messageTail(operationId));
    } finally {
      connection.operations--;
      if (--connection.answering === 0) connection.onIdle?.();
    }
    return finished;
  }

  async function subscribe(args: SocketOperation<Ctx>): Promise<AsyncIterable<never>> {
    const { connection, prepared, operationId, contextValue } = args;
    const opened = await operations.subscribe({
      prepared,
      variables: args.variableValues ?? {},
      context: contextValue,
      sink: connection.sink(operationId),
    });
    args.begun();
    if (typeof opened === 'string') {
      connection.operations--;
      connection.put(Buffer.from(`${MESSAGE_START}${opened},"id":`), messageTail(operationId));
      return finished;
    }
    const { subscriber } = opened;
    connection.subscriptions.add(opened);
    const release = () => {
      connection.operations--;
      connection.subscriptions.delete(opened);
    };
    const over = subscriber.done.finally(release).then(() => end);
    over.catch(() => undefined);
    if (connection.parts.socket.readyState !== connection.parts.socket.OPEN) subscriber.end();
    return untilOver(over, () => subscriber.end());
  }

  return {
    connectionInitWaitTimeout: limits.initTimeoutMs,
    onConnect: async (ctx) => {
      try {
        await admission.introduce(ctx.extra, connectionToken(ctx.connectionParams));
        log.info({ connectionId: ctx.extra.id, sub: ctx.extra.claims?.sub }, 'socket opened');
        return true;
      } catch (error) {
        if (error instanceof GraphQLError && error.extensions['code'] === 'TOO_MANY_CONNECTIONS') {
          ctx.extra.close(StreamCloseCode.tooManyConnections, error.message);
          return false;
        }
        if (!(error instanceof UnauthenticatedError)) throw error;
        // graphql-ws clients give up on 4401 and, with a fresh token, may try again on 4403.
        ctx.extra.close(error.reason === 'missing' ? CloseCode.Unauthorized : CloseCode.Forbidden, error.message);
        return false;
      }
    },
    onSubscribe: async (ctx, id, payload) => {
      if (id.length > MAX_ID_LENGTH) {
        ctx.extra.close(CloseCode.BadRequest, 'Invalid message received');
        return [codedError('BAD_USER_INPUT', `The id of an operation has at most ${MAX_ID_LENGTH} characters.`)];
      }
      return start(ctx, id, payload);
    },
    execute: (args) => {
      const operation = args as SocketOperation<Ctx>;
      return answer(operation) as never;
    },
    subscribe: (args) => subscribe(args as SocketOperation<Ctx>) as never,
    onError: (_ctx, _id, _payload, errors) => operations.errors(errors),
  };
}

/** What is known about an operation on a socket. */
export function socketRequest(connection: Connection, requestId: string): GraphRequest {
  const { ip, headers } = connection.parts;
  return { transport: 'websocket', requestId, ip, headers, claims: connection.claims };
}

function tooManyOperations({ operationsPerSocket }: StreamLimits): GraphQLError {
  return codedError(
    'TOO_MANY_OPERATIONS',
    `At most ${operationsPerSocket} operations may run on one connection at the same time.`,
    { limit: operationsPerSocket },
  );
}

const end: IteratorResult<never> = { done: true, value: undefined };

/** A stream without values that is over when the promise is. */
function untilOver(over: Promise<IteratorResult<never>>, stop: () => void): AsyncGenerator<never> {
  const stopped = async () => {
    stop();
    return end;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => over,
    return: stopped,
    throw: stopped,
    [Symbol.asyncDispose]: async () => stop(),
  };
}

const finished = untilOver(Promise.resolve(end), () => undefined);
