import type { IncomingHttpHeaders } from 'node:http';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { ExecutionArgs, ExecutionResult, GraphQLSchema, ValidationRule } from 'graphql';
import type { Claims } from '../../kernel/access/token.js';
import type { DownloadedFile } from '../../kernel/download.js';
import type { Config } from '../../kernel/config/config.js';
import type { Logger } from '../../kernel/log/log.js';
import type { RequestGate } from '../documents/gate.js';
import type { PreparedOperation } from '../subscribe/prepared-documents.js';
import type { SubscriptionParts } from '../subscribe/subscriptions.js';
import type { StreamLimits } from './stream-limits.js';

/** What is known about an operation before it is parsed. */
export interface GraphRequest {
  /** How the operation arrived. */
  transport: 'http' | 'websocket' | 'sse';
  /** Identifies the request in logs; on a WebSocket, the connection and the operation. Rights are resolved again
   * under the same id. */
  requestId: string;
  /** Address of the peer: the caller, or the balancer in front of this server. */
  ip: string;
  /** HTTP headers of the request, or of the request that opened the WebSocket. */
  headers: IncomingHttpHeaders;
  /** Who calls. Absent only for introspection in development: such a caller must see no data. */
  claims: Claims | undefined;
  /** What a WebSocket client sent when it connected. */
  connectionParams?: Readonly<Record<string, unknown>>;
  /** What the client sent beside the document, such as an idempotency key. */
  extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An operation offered in a tab of the explorer. */
export interface Example {
  /** What it shows, written above the operation. */
  name: string;
  /** The GraphQL document. */
  query: string;
  /** Values of its variables. */
  variables?: Record<string, unknown>;
}

/** Answers one operation. */
export type Execute = (args: ExecutionArgs) => Awaitable<ExecutionResult | AsyncIterable<ExecutionResult>>;

type Awaitable<T> = T | Promise<T>;

/** What the server is made of. `Ctx` is the context that resolvers receive. */
export interface GraphServerOptions<Ctx extends BaseContext> {
  schema: GraphQLSchema;
  config: Pick<Config, 'environment' | 'host' | 'port' | 'token' | 'http' | 'explorer'>;
  log: Logger;
  /** The context of one operation, made anew for each. A coded error thrown here refuses the operation. */
  contextFor: (request: GraphRequest) => Promise<Ctx>;
  /** Turns a bearer token into claims or throws; by default our own tokens are checked. */
  authenticate?: (token: string) => Promise<Claims>;
  /** Apollo plugins; they see HTTP operations only. */
  plugins?: ApolloServerPlugin<Ctx>[];
  /**
   * Answers requests that need no pipeline, such as a query that was validated before: the response as JSON text, or undefined to
   * go the usual way. Called for POST only, after authentication.
   */
  shortcut?: (body: object, context: Ctx) => Promise<{ text: string; operationName: string | undefined } | undefined>;
  /** What stands before every operation; by default one without registered documents and without limits of rates. */
  gate?: RequestGate;
  /** Rules beside those of the specification, for HTTP and WebSocket alike. */
  validationRules?: ValidationRule[];
  /** Files that are handed out beside the graph. */
  downloads?: readonly ContextDownload<Ctx>[];
  /** What the server depends on, by name: `ok`, or why it cannot be used now. */
  ready: () => Promise<Record<string, string>>;
  /** The tabs of the explorer. */
  examples?: readonly Example[];
  /** Runs queries and mutations that do not arrive as plain HTTP requests; by default graphql-js does. */
  execute?: Execute;
  /** Refuses a mutation or subscription before anything runs, such as one that is too costly, by throwing a coded error. */
  check?: (operation: PreparedOperation, variables: Readonly<Record<string, unknown>>, context: Ctx) => void;
  /** The rights of a caller: subscribers with the same operation, variables and rights share one execution. Without it none do. */
  scope?: NonNullable<SubscriptionParts<Ctx>['scope']>;
  /**
   * Called before the rights of open subscriptions are resolved again, with the claims of all of them: from then on `contextFor`
   * must answer with what holds now.
   */
  refreshRights?: (claims: readonly Claims[]) => Promise<void>;
  /** Limits of sockets and event streams, where they differ from the defaults. */
  limits?: Partial<StreamLimits>;
}

/** A download for callers whose context is `Ctx`. */
export interface ContextDownload<Ctx> {
  path: string;
  read(context: Ctx, id: string): Promise<DownloadedFile | null>;
}

/** A server that is started once and closed once. */
export interface GraphServer {
  /** Starts to listen and resolves when operations are accepted. Fails when the port is taken. */
  listen(): Promise<{ url: string; port: number }>;
  /** Refuses new work, lets running requests finish within the drain timeout, closes every socket. */
  close(): Promise<void>;
}
