import { setTimeout as sleep } from 'node:timers/promises';
import {
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Claims } from '../../../kernel/access/token.js';
import { signToken } from '../../../kernel/access/token.js';
import { createLogger } from '../../../kernel/log/log.js';
import { createGraphServer } from '../server.js';
import type { GraphServerOptions } from '../options.js';

/** The context of the test schema. */
export interface TestContext {
  claims: Claims | undefined;
}

type Options = GraphServerOptions<TestContext>;

/** The configuration of the tests: any free port, limits that are quickly reached. */
export const config: Options['config'] = {
  environment: 'production',
  host: '127.0.0.1',
  port: 0,
  token: { secret: 'a secret of more than thirty-two characters', issuer: 'us', audience: 'here' },
  http: { bodyLimitBytes: 32_000, corsOrigins: ['https://portal.example'], drainTimeoutMs: 1_000 },
  explorer: false,
};

/** A token for one hour unless said otherwise. */
export function token(seconds = 3_600, claims: Partial<Claims> = {}): Promise<string> {
  return signToken(config, { sub: 'anna', role: 'staff', region: '44', ...claims }, seconds);
}

const text = { type: GraphQLString };

const schema = new GraphQLSchema({
  query: new GraphQLObjectType<unknown, TestContext>({
    name: 'Query',
    fields: {
      who: { ...text, resolve: (_source, _args, { claims }) => claims?.sub },
      echo: { ...text, args: { text: { type: new GraphQLNonNull(GraphQLString) } }, resolve: (_s, args) => args.text },
      broken: { ...text, resolve: () => Promise.reject(new Error('password of the database is 1234')) },
      uncoded: { ...text, resolve: () => Promise.reject(new GraphQLError('table customer does not exist')) },
      missing: {
        ...text,
        resolve: () => Promise.reject(new GraphQLError('no such thing', { extensions: { code: 'NOT_FOUND' } })),
      },
      slow: {
        ...text,
        args: { ms: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (_s, { ms }) => sleep(ms, 'done'),
      },
    },
  }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields: { touch: { ...text, resolve: () => 'touched' } } }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      count: {
        type: GraphQLInt,
        args: { to: { type: GraphQLInt } },
        subscribe: (_s, { to }) => count(to),
        resolve: (n) => n,
      },
      fails: { type: GraphQLInt, subscribe: () => Promise.reject(new Error('password of the database is 1234')) },
      breaks: { type: GraphQLInt, subscribe: () => breaking(), resolve: (n) => n },
      tags: { type: new GraphQLList(GraphQLString), subscribe: () => count(1), resolve: () => ['a'] },
    },
  }),
});

async function* breaking() {
  yield 1;
  throw new Error('the source broke');
}

async function* count(to: number) {
  for (let n = 1; n <= to; n += 1) {
    yield n;
    await sleep(5);
  }
}

/** A server over the test schema, and what it logs. */
export function createServer(options: Partial<Options> = {}) {
  const lines: string[] = [];
  const server = createGraphServer<TestContext>({
    schema,
    config,
    log: createLogger({ log: { level: 'debug', pretty: false } }, { write: (line) => void lines.push(line) }),
    contextFor: async ({ claims }) => ({ claims }),
    ready: async () => ({ database: 'ok' }),
    ...options,
  });
  return { server, lines };
}

/** A server that is listening. */
export async function startServer(options: Partial<Options> = {}) {
  const { server, lines } = createServer(options);
  const { url, port } = await server.listen();
  return { ...server, url, port, origin: `http://127.0.0.1:${port}`, lines };
}

/** A listening test server. */
export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** Posts an operation as a valid caller. */
export async function post(
  server: TestServer,
  body: unknown,
  headers: Record<string, string | undefined> = {},
): Promise<{
  status: number;
  headers: Headers;
  body: { data?: Record<string, unknown> | null; errors?: TestError[] };
}> {
  const all = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json', ...headers };
  const sent = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: sent,
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: TestError[];
}

interface TestError {
  message: string;
  path?: unknown[];
  extensions: { code: string; [name: string]: unknown };
}
