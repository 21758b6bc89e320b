import type { Server } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../../kernel/log/log.js';
import { withEmptyQuery } from '../documents/socket-message.js';
import type { Connection } from './connection.js';

/** How a client's ping is answered. */
export type PingAnswer = (
  connection: Connection,
  payload: Record<string, unknown> | undefined,
) => Promise<object | undefined>;

/** Speaks GraphQL over this socket. Unlike graphql-ws's own adapter it reports to our log, not to the console. */
export function serveSocket(
  server: Server<Connection>,
  connection: Connection,
  answerPing: PingAnswer,
  log: Logger,
): void {
  const { id: connectionId } = connection;
  const { socket } = connection.parts;
  const fault = (error: unknown) => {
    log.error({ connectionId, err: error }, 'unexpected error on a socket');
    connection.close(4500, 'Internal server error');
  };
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) => connection.send(data),
      close: (code, reason) => connection.close(code ?? 1000, reason ?? ''),
      onMessage: (handle) =>
        void socket.on('message', (data) => void handle(withEmptyQuery(String(data))).catch(fault)),
      onPing: async (payload) => {
        const answer = await answerPing(connection, payload);
        // So a pong says: what you subscribed to before your ping is being watched.
        await connection.begun();
        await connection.send(JSON.stringify({ type: 'pong', ...(answer ? { payload: answer } : {}) }));
      },
    },
    connection,
  );
  // Too long a message, bad UTF-8, a broken pipe: ws closes the socket by itself.
  socket.on('error', (error) => log.debug({ connectionId, err: error }, 'socket error'));
  socket.once('close', (code, reason) => {
    log.info({ connectionId, code, sub: connection.claims?.sub }, 'socket closed');
    connection.endSubscriptions();
    closed(code, String(reason)).catch((error: unknown) => log.error({ connectionId, err: error }, 'unexpected error'));
  });
}

/** Pings that a peer may leave unanswered: one whose line is full of our results sees them late. */
const MAX_UNANSWERED = 2;

/**
 * Pings every socket and ends those that have stopped to answer.
 * @param interval milliseconds between pings.
 * @returns stops the pings.
 */
export function keepAlive(sockets: WebSocketServer, interval: number): () => void {
  const unanswered = new WeakMap<WebSocket, number>();
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      const count = unanswered.get(socket);
      if (count === undefined) socket.on('pong', () => unanswered.set(socket, 0));
      if ((count ?? 0) >= MAX_UNANSWERED) socket.terminate();
      else {
        unanswered.set(socket, (count ?? 0) + 1);
        socket.ping();
      }
    }
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}
