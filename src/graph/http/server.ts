import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BaseContext } from '@apollo/server';
import { rememberTokens } from '../../kernel/access/remembered-tokens.js';
import { verifyToken } from '../../kernel/access/token.js';
import { openGate } from '../documents/open-gate.js';
import { Operations } from '../subscribe/operations.js';
import { Admission } from './admission.js';
import { createApollo, type Exchanges } from './apollo.js';
import type { Connection } from './connection.js';
import { downloadRoutes } from './download-route.js';
import { createDrain } from './drain.js';
import type { EventResponse } from './event-response.js';
import { eventRoute } from './event-route.js';
import type { Handler } from './exchange.js';
import { explorerRoutes } from './explorer/explorer.js';
import { createErrorFormatter } from './format-error.js';
import { graphqlRoute } from './graphql-route.js';
import { liveness, readiness, type Phase } from './health.js';
import type { GraphServer, GraphServerOptions } from './options.js';
import { createListener } from './listener.js';
import { Renewal } from './renewal.js';
import { socketOperations, socketRequest } from './socket-operations.js';
import { defaultStreamLimits } from './stream-limits.js';
import { acceptSockets } from './upgrade.js';

/** A connection without requests stays open this long: longer than balancers keep theirs, so that they close first. */
const keepAliveTimeout = 65_000;

/** The graph over HTTP and WebSocket, with its health checks and, where configured, its explorer. */
export function createGraphServer<Ctx extends BaseContext>(options: GraphServerOptions<Ctx>): GraphServer {
  const { config, log } = options;
  const authenticate = options.authenticate ?? rememberTokens((token) => verifyToken(config, token));
  const format = createErrorFormatter(log);
  const exchanges: Exchanges = new WeakMap();
  const gate = options.gate ?? openGate(options);
  const apollo = createApollo(options, format, exchanges, gate);
  const limits = { ...defaultStreamLimits, ...options.limits };
  const operations = new Operations(options, format);
  const connections = new Set<Connection>();
  const responses = new Set<EventResponse>();
  const renewal = new Renewal(
    {
      *connections() {
        yield* connections;
        yield* responses;
      },
      forgetOld: () => operations.subscriptions.forgetOld(),
      refreshRights: options.refreshRights,
      log,
    },
    limits.renewIntervalMs,
  );
  const renewed = (connection: Connection) => renewal.renew(connection);
  const admission = new Admission(authenticate, renewed, limits.connectionsPerCaller);
  let phase: Phase = 'starting';
  let closing: Promise<void> | undefined;

  const events = eventRoute(options, { operations, admission, limits, responses });
  const graphql = graphqlRoute(options, { apollo, exchanges, authenticate, events, gate, format });
  const routes = new Map<string, Handler>([
    ['/health/live', liveness],
    ['/health/ready', readiness(() => phase, options.ready, log)],
    ['/graphql', graphql],
    ...downloadRoutes(options, { authenticate, gate }),
    ...(config.explorer ? explorerRoutes(options, graphql) : []),
  ]);
  const http = createServer(
    { keepAliveTimeout, headersTimeout: 15_000, requestTimeout: 30_000 },
    createListener({ routes, config, log, format, phase: () => phase }),
  );
  const sockets = acceptSockets(http, {
    config,
    log,
    limits,
    phase: () => phase,
    operations: socketOperations(options, { operations, admission, limits, gate }),
    answerPing: (connection, payload) => admission.answerPing(connection, payload),
    contextFor: (connection) => options.contextFor(socketRequest(connection, connection.id)),
    connections,
  });
  const drain = createDrain({ http, sockets, connections, responses, timeout: config.http.drainTimeoutMs });

  return {
    async listen() {
      await bind(http, config);
      await apollo.start();
      phase = 'serving';
      const { port } = http.address() as AddressInfo;
      return { url: `http://${reachable(config.host)}:${port}/graphql`, port };
    },
    close() {
      const started = phase === 'serving';
      phase = 'draining';
      renewal.stop();
      closing ??= drain().then(() => (started ? apollo.stop() : undefined));
      return closing;
    },
  };
}

function bind(http: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(
        new Error(`PORT ${port} is taken by another process: stop it, or set PORT to another one`, { cause: error }),
      );
    });
    http.listen({ host, port }, resolve);
  });
}

/** An address that can be typed into a browser on this machine. */
function reachable(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
