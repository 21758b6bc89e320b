import { createClient, type Client } from 'graphql-ws';
import { print, type DocumentNode, type ExecutionResult } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import WebSocket from 'ws';
import { domains } from '../domains/index.js';
import { plugins } from '../../plugins/index.js';
import { type Claims, signToken } from '../kernel/access/token.js';
import { readConfig } from '../kernel/config/config.js';
import type { Database } from '../kernel/database/database.js';
import { createLogger } from '../kernel/log/log.js';
import type { Example } from '../graph/http/index.js';
import { startApplication } from '../start/application.js';
import { confirmed } from './confirmed.js';
import { createTestDatabase } from './database.js';
import { checkEventTypes } from './event-types.js';

/** Who calls: claims of a token; `admin` when not said. */
export type As = Partial<Omit<Claims, 'exp'>> | 'admin';

/** An answer of the graph; `status` is that of HTTP. */
export interface Answer<Data> {
  status: number;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

type Document<Data, Variables> = string | DocumentNode | TypedDocumentNode<Data, Variables>;

/** A running graph over a database of its own, reached as users reach it: over HTTP and WebSocket. */
export interface TestGraph {
  url: string;
  database: Database;
  /** Connection URL of the database, for programs beside the server. */
  databaseUrl: string;
  token(as?: As): Promise<string>;
  /** Runs an operation; what must be confirmed first is, unless `confirm` is false. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- untyped documents answer with what the test knows
  query<Data = any, Variables extends object = Record<string, unknown>>(
    document: Document<Data, Variables>,
    variables?: Variables,
    options?: { as?: As; headers?: Record<string, string>; extensions?: Record<string, unknown>; confirm?: boolean },
  ): Promise<Answer<Data>>;
  /** Starts a subscription; `take(n)` waits for that many further messages. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  subscribe<Data = any>(
    document: Document<Data, never>,
    variables?: Record<string, unknown>,
    options?: { as?: As },
  ): Promise<TestSubscription<Data>>;
  /** Stops the server and starts another one on the same database, as after an upgrade; subscriptions end. Clocks are to be given again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestSubscription<Data> {
  /** All messages so far. */
  readonly messages: ExecutionResult<Data>[];
  /** Waits until `count` messages have come in all, at most twenty seconds. */
  until(count: number): Promise<ExecutionResult<Data>[]>;
  close(): Promise<void>;
}

const SECRET = 'a secret that only the tests of this project use';
const WAIT_MS = 20_000;

const textOf = (document: string | DocumentNode) => (typeof document === 'string' ? document : print(document));

/** Starts the whole graph, with jobs, events and plugins, on a fresh copy of the prepared database. @param settings more configuration @param examples documents that are shipped with it @param options whether events that no domain declares fail the test */
export async function startTestGraph(
  settings: NodeJS.ProcessEnv = {},
  examples: readonly Example[] = [],
  { declaredEventsOnly = true }: { declaredEventsOnly?: boolean } = {},
): Promise<TestGraph> {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const { token: tokenConfig, ...rest } = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_POOL_SIZE: '6',
    ...settings,
  });
  const config = { ...rest, token: { ...tokenConfig, secret: SECRET } };
  const log = createLogger(config);
  const start = () => startApplication({ config, log, databaseUrl, domains, plugins, examples });
  let application = await start();
  const clients = new Set<Client>();
  const token = (as: As = 'admin') =>
    signToken(config, { sub: 'tester', role: 'admin', ...(as === 'admin' ? {} : as) }, 3_600);

  return {
    get url() {
      return application.url;
    },
    get database() {
      return application.database;
    },
    databaseUrl,
    token,
    async query(document, variables, options) {
      const authorization = `Bearer ${await token(options?.as)}`;
      const body = JSON.stringify({ query: textOf(document), variables, extensions: options?.extensions });
      const send = async (more: Record<string, string>) => {
        const headers = { 'content-type': 'application/json', authorization, ...options?.headers, ...more };
        const response = await fetch(application.url, { method: 'POST', headers, body });
        return { status: response.status, ...((await response.json()) as object) } as Answer<never>;
      };
      return (options?.confirm ?? true) ? confirmed(send) : send({});
    },
    async subscribe(document, variables, options) {
      const bearer = await token(options?.as);
      const client = createClient({
        url: application.url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        lazy: false,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${bearer}` },
      });
      clients.add(client);
      return collect(client, textOf(document), variables) as never;
    },
    async restart() {
      for (const client of clients) await client.dispose();
      clients.clear();
      await application.close();
      application = await start();
    },
    async close() {
      for (const client of clients) await client.dispose();
      const fault = declaredEventsOnly
        ? await checkEventTypes(application.database).catch((error: unknown) => error as Error)
        : undefined;
      await application.close();
      await drop();
      if (fault) throw fault;
    },
  };
}

async function collect(
  client: Client,
  query: string,
  variables: Record<string, unknown> | undefined,
): Promise<TestSubscription<unknown>> {
  const messages: ExecutionResult<unknown>[] = [];
  const waiting = new Set<() => void>();
  let failure: unknown;
  const wake = () => waiting.forEach((check) => check());
  // The server answers a ping when it has begun to watch what it was asked for before.
  const watching = new Promise<void>((resolve, reject) => {
    client.on('connected', (socket) => setImmediate(() => (socket as WebSocket).send('{"type":"ping"}')));
    client.on('pong', () => resolve());
    client.on('error', reject);
    client.on('closed', () => resolve());
  });
  const end = client.subscribe(
    { query, ...(variables ? { variables } : {}) },
    {
      next: (message) => {
        messages.push(message as ExecutionResult<unknown>);
        wake();
      },
      error: (error) => {
        failure = error;
        wake();
      },
      complete: wake,
    },
  );
  await watching;
  return {
    messages,
    until: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => finish(new Error(`Only ${messages.length} of ${count} messages came: ${JSON.stringify(messages)}`)),
          WAIT_MS,
        );
        const finish = (error?: unknown) => {
          clearTimeout(timer);
          waiting.delete(check);
          if (error) reject(error as Error);
          else resolve(messages);
        };
        const check = () => {
          if (failure) finish(failure);
          else if (messages.length >= count) finish();
        };
        waiting.add(check);
        check();
      }),
    close: async () => end(),
  };
}
