import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { WebSocket } from 'ws';
import type { Caller } from '../kernel/access/caller.js';
import { systemCaller } from '../kernel/access/caller.js';
import { signToken } from '../kernel/access/token.js';
import type { CallContext } from '../kernel/database/context.js';
import { codedError } from '../kernel/errors/coded-error.js';
import { type HistoryEvent, type NewEvent, startEvents } from '../kernel/events/index.js';
import { createLogger } from '../kernel/log/log.js';
import { createKernelDatabase, Sample } from './kernel-database.js';
import type { GraphContext } from '../graph/context.js';
import { createGraphServer } from '../graph/http/index.js';
import type { GraphServerOptions } from '../graph/http/options.js';
import { config } from '../graph/http/testing/server.js';
import { scopeOf } from '../graph/scope.js';
import { TestSocket } from './test-socket.js';
import { until } from './until.js';

const log = createLogger({ log: { level: 'silent', pretty: false } });
const required = { type: new GraphQLNonNull(GraphQLString) };

/** What tests do with a server whose subscriptions watch real events. */
export type EventServer = Awaited<ReturnType<typeof startEventServer>>;

/** A server over a database of its own; `executions` counts how often the result of an event was made. */
export async function startEventServer(options: Partial<GraphServerOptions<CallContext>> = {}) {
  const kernel = await createKernelDatabase();
  const { database } = kernel;
  const events = await startEvents({ database, log });
  const executions: string[] = [];
  const rights = new Map<string, Omit<Caller, 'subject' | 'name'>>();
  const resolved = new Map<string, number>();
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        slow: {
          type: GraphQLString,
          args: { ms: { type: new GraphQLNonNull(GraphQLInt) } },
          resolve: (_s, { ms }) => new Promise((resolve) => setTimeout(resolve, ms, 'done')),
        },
      },
    }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: { touch: { type: GraphQLString, resolve: () => 'touched' } },
    }),
    subscription: new GraphQLObjectType<unknown, CallContext>({
      name: 'Subscription',
      fields: {
        changes: {
          type: changeType(executions),
          args: { subjectId: { type: GraphQLString }, size: { type: GraphQLInt }, after: { type: GraphQLString } },
          subscribe: (_source, { subjectId, after }, { feed, caller }) =>
            feed.watch({ caller, after, match: subjectId ? { subjectId } : {} }),
          resolve: (event, { size }) => Object.assign({ padding: 'x'.repeat(size ?? 0) }, event),
        },
      },
    }),
  });
  const server = createGraphServer<CallContext>({
    schema,
    config,
    log,
    contextFor: async ({ claims, requestId }) => {
      if (claims) resolved.set(claims.sub, (resolved.get(claims.sub) ?? 0) + 1);
      const right =
        rights.get(claims?.sub ?? '') ?? (claims?.role === 'admin' ? { kind: 'ADMIN', regionIds: [] } : undefined);
      if (!right || !claims) throw codedError('UNAUTHENTICATED', 'The token names nobody who is known.');
      return { caller: { ...right, subject: claims.sub, name: claims.sub }, database, feed: database.feed, requestId };
    },
    scope: (context, subscribed) => scopeOf(context as GraphContext, subscribed),
    ready: async () => ({ database: 'ok' }),
    ...options,
  });
  const { port } = await server.listen();
  const sockets: TestSocket[] = [];
  const token = (sub = 'admin', seconds = 3_600) =>
    signToken(config, { sub, role: sub.startsWith('admin') ? 'admin' : 'staff' }, seconds);
  let closed: Promise<void> | undefined;
  return {
    database,
    executions,
    rights,
    port,
    origin: `http://127.0.0.1:${port}`,
    token,
    /** Gives a caller other rights, and waits until what they have open has taken note: its rights are looked up one after another. */
    async change(sub: string, right: Omit<Caller, 'subject' | 'name'>): Promise<void> {
      rights.set(sub, right);
      const goal = (resolved.get(sub) ?? 0) + 2;
      await until(() => resolved.get(sub)! >= goal);
    },
    /** A socket whose client has introduced itself. */
    async connect(sub?: string, seconds?: number): Promise<TestSocket> {
      const socket = new TestSocket(new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws'));
      sockets.push(socket);
      await socket.introduce({ authorization: `Bearer ${await token(sub, seconds)}` });
      return socket;
    },
    async create(): Promise<Sample> {
      const sample = new Sample();
      await database.write({ caller: systemCaller('test'), requestId: 'test' }, async (tx) => void tx.add(sample));
      return sample;
    },
    async record(subject: Sample, type: string, rest: Partial<NewEvent> = {}): Promise<void> {
      await database.write({ caller: systemCaller('test'), requestId: 'test' }, async (tx) =>
        tx.recordAny({ kind: 'BUSINESS_FACT', type, subject, ...rest }),
      );
    },
    stopServer: () => (closed ??= server.close()),
    async close() {
      for (const { socket } of sockets) socket.terminate();
      await (closed ??= server.close());
      await events.stop();
      await kernel.end();
    },
  };
}

function changeType(executions: string[]) {
  return new GraphQLObjectType<HistoryEvent & { padding: string }>({
    name: 'Change',
    fields: {
      type: {
        ...required,
        resolve: (event) => {
          executions.push(event.type);
          return event.type;
        },
      },
      cursor: required,
      padding: required,
      broken: { type: GraphQLString, resolve: () => Promise.reject(codedError('NOT_FOUND', 'no such thing')) },
    },
  });
}
