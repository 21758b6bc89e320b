import type { IncomingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Claims } from '../../kernel/access/token.js';
import type { Frame } from '../subscribe/frame.js';
import { messageTail } from '../subscribe/frame.js';
import type { Sink } from '../subscribe/subscriber.js';
import type { OpenSubscription } from '../subscribe/subscriptions.js';
import { type Outbox, roomIn, type Sender, writeTogether } from './outbox.js';
import type { Renewable } from './renewal.js';
import { StreamCloseCode, type StreamLimits } from './stream-limits.js';
import { textFrameHeader } from './text-frame.js';

/** Bytes that are put out before they are sent without waiting for more. */
const MAX_TOGETHER = 65_536;
/** The longest that a pong is kept back for operations that came before its ping, in milliseconds. */
const MAX_BEGINNING_MS = 2_000;

/** What a connection is made of. */
export interface ConnectionParts {
  socket: WebSocket;
  /** The bytes below the socket. Results are written to them as whole frames, between those that `ws` writes. */
  stream: Duplex;
  id: string;
  ip: string;
  headers: IncomingHttpHeaders;
  outbox: Outbox;
  limits: StreamLimits;
  /** The context of the connection's subscriptions with the rights that hold now. */
  contextFor: (connection: Connection) => Promise<object>;
}

/** A WebSocket connection with what is known about its client, what it runs and what waits to be sent. */
export class Connection implements Sender, Renewable {
  /** Who calls, once the client has introduced itself; newer ones when it has renewed its token. */
  claims: Claims | undefined;
  /** Running subscriptions. */
  readonly subscriptions = new Set<OpenSubscription<object>>();
  /** Operations that are being prepared or run. */
  operations = 0;
  /** Operations that have not begun yet: a query or mutation to run, a subscription to watch. */
  private beginning = 0;
  private whenBegun: (() => void)[] = [];
  /** Queries and mutations that run now. */
  answering = 0;
  /** Called when the last query or mutation has been answered. */
  onIdle: (() => void) | undefined;
  private pieces: Buffer[] = [];
  private size = 0;

  constructor(readonly parts: ConnectionParts) {}

  get id(): string {
    return this.parts.id;
  }

  context(): Promise<object> {
    return this.parts.contextFor(this);
  }

  expire(message: string): void {
    this.close(CloseCode.Forbidden, message);
  }

  /** Takes note of an operation that is about to begin. @returns says that it has begun, or will not */
  begin(): () => void {
    this.beginning++;
    let done = false;
    return () => {
      if (done) return;
      done = true;
      if (--this.beginning === 0) for (const tell of this.whenBegun.splice(0)) tell();
    };
  }

  /** Waits until every operation that came so far has begun, but not longer than a client waits for an answer to its ping. */
  async begun(): Promise<void> {
    if (this.beginning === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, MAX_BEGINNING_MS);
      this.whenBegun.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Where the results of an operation go. */
  sink(operationId: string): Sink {
    return new OperationSink(this, messageTail(operationId));
  }

  /** Puts out a message whose text is these pieces. */
  put(start: Buffer, end: Buffer): void {
    const { socket, stream, outbox, limits } = this.parts;
    if (socket.readyState !== socket.OPEN) return;
    if (this.size > MAX_TOGETHER) this.flush();
    // What waits counts, not the message: one may be larger than the limit.
    if (stream.writableLength > limits.bufferBytes) return this.endSlow();
    const length = start.length + end.length;
    const header = textFrameHeader(length);
    if (this.size === 0) outbox.add(this);
    this.size += header.length + length;
    this.pieces.push(header, start, end);
  }

  /** Sends what was put out. */
  flush(): void {
    const { pieces, size } = this;
    if (size === 0) return;
    this.pieces = [];
    this.size = 0;
    const { socket, stream } = this.parts;
    if (socket.readyState === socket.OPEN) writeTogether(stream, pieces, size);
  }

  /** Sends a message of the protocol after everything that was put out before it. */
  send(text: string): Promise<void> {
    const { socket, stream, limits } = this.parts;
    this.flush();
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    if (stream.writableLength > limits.bufferBytes) return Promise.resolve(this.endSlow());
    return new Promise((resolve) => socket.send(text, () => resolve()));
  }

  close(code: number, reason: string): void {
    const { socket, stream, limits } = this.parts;
    if (socket.readyState !== socket.OPEN) return;
    this.flush();
    socket.close(code, reason);
    this.endSubscriptions();
    const cut = setTimeout(() => stream.destroy(), limits.lastWordsMs);
    cut.unref();
    socket.once('close', () => clearTimeout(cut));
  }

  room(): Promise<void> | undefined {
    return roomIn(this.parts.stream, this.parts.limits.bufferBytes);
  }

  endSubscriptions(): void {
    for (const { subscriber } of this.subscriptions) subscriber.end();
  }

  private endSlow(): void {
    this.close(StreamCloseCode.tooSlow, 'Too slow: more results wait than are kept. Go on after the last cursor.');
  }
}

class OperationSink implements Sink {
  constructor(
    private readonly connection: Connection,
    private readonly tail: Buffer,
  ) {}

  next(frame: Frame): void {
    this.connection.put(frame.message, this.tail);
  }

  ready(): Promise<void> | undefined {
    return this.connection.room();
  }
}
