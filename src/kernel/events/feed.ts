import type pg from 'pg';
import type { Caller } from '../access/caller.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { EventHistory } from './event-history.js';
import type { EventMatch } from './event-match.js';
import { EventTail } from './event-tail.js';
import { EventWatch } from './event-watch.js';
import type { HistoryEvent } from './history-event.js';
import { LiveValue, type LiveRequest } from './live-value.js';

/** What a watcher asks for. */
export interface WatchRequest {
  /** Whose row policy is applied to each event; the watch ends when the caller's token does. */
  caller: Caller;
  /** Cursor of the last event seen; without it only events from now on. */
  after?: string | null;
  match?: EventMatch;
  /** A further condition that `match` cannot say; it must depend on the event alone. */
  choose?: (event: HistoryEvent) => boolean;
  /** Staff number of the caller, to whom also goes what was sent to them by name, wherever it happened: events whose data has them as `recipient`. */
  addressee?: string | undefined;
}

/** Events as they happen, to any number of watchers in this process. */
export class EventFeed {
  readonly tail: EventTail;
  /** Events of the past. */
  readonly history: EventHistory;
  private readonly watches = new Set<EventWatch>();

  /** @param bufferSize events that may wait for a slow watcher before its watch fails. */
  constructor(
    pool: pg.Pool,
    private readonly bufferSize = 1000,
  ) {
    this.tail = new EventTail(pool);
    this.history = new EventHistory(pool);
  }

  /**
   * Events after the cursor from the history, then live ones: each once, in order. Ends with the signal, with the caller's token,
   * or when the feed is closed.
   * @throws CURSOR_INVALID at once, when the text is no cursor. While iterating: CURSOR_INVALID for one that was never given,
   * CURSOR_EXPIRED when events after it are gone, SUBSCRIBER_TOO_SLOW when too many events wait.
   */
  watch(
    { caller, after, match = {}, choose, addressee }: WatchRequest,
    signal?: AbortSignal,
  ): AsyncIterableIterator<HistoryEvent> {
    const watch = new EventWatch({
      feed: this,
      interest: { caller, match, choose, addressee },
      after: after == null ? undefined : { cursor: after, position: decodeCursor(after) },
      bufferSize: this.bufferSize,
      signal,
      onEnd: (ended) => this.watches.delete(ended),
    });
    this.watches.add(watch);
    return watch;
  }

  /** The place just after the event at a position. */
  after(position: number): { cursor: string; position: number } {
    return { cursor: encodeCursor(position), position };
  }

  /** A value that follows events: first what it is now, then each change, with reads at most every 200 ms. */
  live<T>(request: LiveRequest<T>): LiveValue<T> {
    return new LiveValue(this.tail, request);
  }

  /** Ends all watches. */
  close(): void {
    for (const watch of this.watches) watch.end();
  }
}
