import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocketServer } from 'ws';
import type { Connection } from './connection.js';
import type { EventResponse } from './event-response.js';
import { StreamCloseCode } from './stream-limits.js';

interface Parts {
  http: Server;
  sockets: WebSocketServer;
  connections: ReadonlySet<Connection>;
  responses: ReadonlySet<EventResponse>;
  /** Milliseconds after which what is still open is cut. */
  timeout: number;
}

/** Earliest return of a client, in milliseconds: another server must have taken over by then. */
const EARLIEST_MS = 500;
/** Milliseconds by which the time for all to return grows with each client. */
const SPREAD_MS = 2;
/** The longest that a client is told to stay away, in milliseconds. */
const LATEST_MS = 60_000;

/**
 * How the server ends: it stops accepting, lets running requests finish, and sends streaming clients away with the time after which
 * to come back, each with another, so that they do not all come at once. Sockets stay until their queries and mutations are
 * answered; subscriptions are not completed, because they go on elsewhere.
 * @returns starts the end, and resolves when the last connection is closed.
 */
export function createDrain({ http, sockets, connections, responses, timeout }: Parts): () => Promise<void> {
  const open = new Set<Socket>();
  http.on('connection', (connection: Socket) => {
    open.add(connection);
    connection.once('close', () => open.delete(connection));
  });

  return async () => {
    const cut = setTimeout(() => {
      for (const connection of open) connection.destroy();
    }, timeout);
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
    // Browsers open connections ahead of need. Node counts those as busy, so nothing but the timeout would end them.
    for (const connection of open) if (connection.bytesRead === 0) connection.destroy();
    const spread = Math.min(LATEST_MS, (connections.size + responses.size) * SPREAD_MS + EARLIEST_MS);
    for (const response of responses) response.sendAway(returnAfter(spread));
    for (const connection of connections) whenIdle(connection, () => sendAway(connection, returnAfter(spread)));
    await stopped;
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
    clearTimeout(cut);
  };
}

const returnAfter = (spread: number): number => EARLIEST_MS + Math.floor(Math.random() * spread);

function sendAway(connection: Connection, after: number): void {
  connection.close(StreamCloseCode.goingAway, `The server is shutting down; reconnect after ${after} ms`);
}

function whenIdle(connection: Connection, then: () => void): void {
  if (connection.answering === 0) return then();
  // The last answer and its completion are put out in the turns after this.
  connection.onIdle = () => setImmediate(then);
}
