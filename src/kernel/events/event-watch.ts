import { codedError } from '../errors/coded-error.js';
import type { EventInterest } from './event-history.js';
import type { EventFeed } from './feed.js';
import type { HistoryEvent } from './history-event.js';

/** Longest delay that a timer takes. */
const MAX_DELAY_MS = 2 ** 31 - 1;

interface WatchParts {
  feed: EventFeed;
  interest: EventInterest;
  after: { cursor: string; position: number } | undefined;
  bufferSize: number;
  signal: AbortSignal | undefined;
  onEnd: (watch: EventWatch) => void;
}

/** What a watch was asked for. */
export interface WatchedEvents {
  interest: EventInterest;
  /** Position of the last event that the watcher has seen, or of the last there was when it came. */
  position: number;
  /** The cursor that the position was taken from; absent for a watcher who wants only what happens from now on. */
  cursor: string | undefined;
}

/**
 * One watcher's events. History is read in pages without listening, up to the tail's position; in the same moment the watch
 * begins to listen. So no event is missed and none comes twice.
 */
export class EventWatch implements AsyncIterableIterator<HistoryEvent> {
  private buffer: HistoryEvent[] = [];
  private wake: (() => void) | undefined;
  private ended = false;
  private failure: Error | undefined;
  private unlisten: (() => void) | undefined;
  private expiry: NodeJS.Timeout | undefined;
  private readonly events: AsyncGenerator<HistoryEvent>;
  private readonly from: number;
  private readonly onAbort = () => this.end();

  constructor(private readonly parts: WatchParts) {
    const { after, signal } = parts;
    this.from = after?.position ?? parts.feed.tail.position;
    if (after === undefined) this.listen(this.from);
    signal?.addEventListener('abort', this.onAbort, { once: true });
    this.events = this.run();
    if (signal?.aborted) this.end();
    else this.expireWithToken();
  }

  /** Where the events come from. */
  get feed(): EventFeed {
    return this.parts.feed;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<HistoryEvent>> {
    return this.events.next();
  }

  async return(): Promise<IteratorResult<HistoryEvent>> {
    // Ends a `next` that is waiting for an event; a generator alone would wait for it.
    this.end();
    return this.events.return(undefined);
  }

  /** Ends the watch before its first event, and says what it was to watch: for who serves many watchers from one source. */
  takeOver(): WatchedEvents {
    this.end();
    return { interest: this.parts.interest, position: this.from, cursor: this.parts.after?.cursor };
  }

  /** Ends the watch; events that still wait are dropped. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.buffer = [];
    this.unlisten?.();
    clearTimeout(this.expiry);
    this.parts.signal?.removeEventListener('abort', this.onAbort);
    this.parts.onEnd(this);
    this.wake?.();
  }

  private async *run(): AsyncGenerator<HistoryEvent> {
    try {
      if (this.parts.after) yield* this.past(this.parts.after);
      for (;;) {
        const ready = this.buffer;
        this.buffer = [];
        for (const event of ready) {
          if (this.ended) break;
          yield event;
        }
        if (this.failure) throw this.failure;
        if (this.ended) return;
        if (this.buffer.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      this.end();
    }
  }

  private async *past(after: { cursor: string; position: number }): AsyncGenerator<HistoryEvent> {
    const { feed, interest } = this.parts;
    const { history, tail } = feed;
    await history.check(after.cursor, after.position);
    let seen = after.position;
    while (seen < tail.position && !this.ended) {
      const page = await history.page(interest, seen, tail.position);
      yield* page.events;
      seen = page.end;
    }
    // Nothing can happen between the last look at the tail and this.
    if (!this.ended) this.listen(seen);
  }

  private listen(after: number): void {
    const { feed, interest, bufferSize } = this.parts;
    this.unlisten = feed.tail.listen(interest, (event) => {
      if (event.position <= after) return;
      if (this.buffer.length >= bufferSize) {
        this.failure = codedError(
          'SUBSCRIBER_TOO_SLOW',
          `More than ${bufferSize} events wait for this subscriber. Subscribe again after the last cursor received.`,
        );
        return this.end();
      }
      this.buffer.push(event);
      this.wake?.();
    });
  }

  private expireWithToken(): void {
    const { expiresAt } = this.parts.interest.caller;
    if (!expiresAt) return;
    const left = expiresAt.getTime() - Date.now();
    if (left <= 0) return this.end();
    this.expiry = setTimeout(() => this.expireWithToken(), Math.min(left, MAX_DELAY_MS));
    this.expiry.unref();
  }
}
