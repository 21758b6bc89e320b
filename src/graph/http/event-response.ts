import type { ServerResponse } from 'node:http';
import type { Claims } from '../../kernel/access/token.js';
import type { Frame } from '../subscribe/frame.js';
import type { Sink } from '../subscribe/subscriber.js';
import type { OpenSubscription } from '../subscribe/subscriptions.js';
import { roomIn } from './outbox.js';
import type { StreamLimits } from './stream-limits.js';

/** Ends an operation, as the protocol of graphql-sse says. */
const COMPLETE = 'event: complete\ndata:\n\n';
/** A comment: proxies see that the connection lives. */
const HEARTBEAT = ':\n\n';

/** One operation answered as a stream of server-sent events (graphql-sse, distinct connections mode). */
export class EventResponse implements Sink {
  readonly subscriptions = new Set<OpenSubscription<object>>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    readonly claims: Claims | undefined,
    private readonly response: ServerResponse,
    private readonly limits: StreamLimits,
    /** The context of the operation with the rights that hold now. */
    readonly context: () => Promise<object>,
  ) {
    this.heartbeat = setInterval(() => response.write(HEARTBEAT), limits.pingIntervalMs);
    this.heartbeat.unref();
    response.once('close', () => this.stop());
  }

  next(frame: Frame): void {
    if (this.response.writableEnded) return;
    // A client that is too slow finds the stream broken off, and goes on after the last event it has received.
    if (this.response.writableLength > this.limits.bufferBytes) return void this.response.destroy();
    this.response.write(frame.event);
  }

  ready(): Promise<void> | undefined {
    return roomIn(this.response, this.limits.bufferBytes);
  }

  /** Ends with a last result and the word that nothing more comes. */
  complete(last?: string): void {
    if (this.response.writableEnded) return;
    this.response.end(`${last === undefined ? '' : `event: next\ndata: ${last}\n\n`}${COMPLETE}`);
  }

  /** The token is over: the stream is broken off, and the next request must bring a new one. */
  expire(): void {
    this.stop();
    this.response.end();
  }

  /** Breaks off without an end of the operation, and says when to come back, in milliseconds from now. */
  sendAway(after: number): void {
    if (this.subscriptions.size === 0) return;
    this.response.write(`retry: ${after}\n\n`);
    this.expire();
  }

  private stop(): void {
    clearInterval(this.heartbeat);
    for (const { subscriber } of this.subscriptions) subscriber.end();
    this.subscriptions.clear();
  }
}
