import { STATUS_CODES, type IncomingHttpHeaders, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Config } from '../../kernel/config/config.js';
import type { Logger } from '../../kernel/log/log.js';
import { Connection } from './connection.js';
import { requestId } from './exchange.js';
import { isAllowedOrigin } from './headers.js';
import type { Phase } from './health.js';
import { Outbox } from './outbox.js';
import { keepAlive, type PingAnswer, serveSocket } from './socket.js';
import type { StreamLimits } from './stream-limits.js';

interface Parts {
  config: Pick<Config, 'http'>;
  log: Logger;
  limits: StreamLimits;
  phase: () => Phase;
  operations: ServerOptions<Record<string, unknown> | undefined, Connection>;
  answerPing: PingAnswer;
  /** The context of a connection's subscriptions with the rights that hold now. */
  contextFor: (connection: Connection) => Promise<object>;
  /** Where open connections are noted. */
  connections: Set<Connection>;
}

/** Accepts WebSockets on `/graphql`. */
export function acceptSockets(http: HttpServer, parts: Parts): WebSocketServer {
  const { config, log, limits, phase, connections } = parts;
  const server = makeServer(parts.operations);
  const outbox = new Outbox();
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: config.http.bodyLimitBytes,
    // Compression keeps a buffer per socket, and messages here are small.
    perMessageDeflate: false,
  });
  sockets.on('close', keepAlive(sockets, limits.pingIntervalMs));

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', (error) => log.debug({ err: error }, 'socket error'));
    const status = refusal(request, config, phase());
    if (status) return refuse(stream, status);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const connection = new Connection({
        socket,
        stream,
        outbox,
        limits,
        id: requestId(request),
        ip: request.socket.remoteAddress ?? '',
        headers: lasting(request.headers),
        contextFor: parts.contextFor,
      });
      connections.add(connection);
      socket.once('close', () => connections.delete(connection));
      serveSocket(server, connection, parts.answerPing, log);
    });
  });
  return sockets;
}

/** The headers that say something about the client; those of the handshake are not worth their memory. */
function lasting(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) =>
    /^(user-agent|accept-language|forwarded|x-[\w-]+|traceparent)$/.test(name),
  );
  return Object.fromEntries(kept);
}

/** HTTP status that refuses the connection, if something does. */
function refusal(request: IncomingMessage, config: Pick<Config, 'http'>, phase: Phase): number | undefined {
  if (request.url?.split('?', 1)[0] !== '/graphql') return 404;
  if (phase !== 'serving') return 503;
  const { origin, host } = request.headers;
  if (origin === undefined || URL.parse(origin)?.host === host || isAllowedOrigin(config.http, origin))
    return undefined;
  return 403;
}

function refuse(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
