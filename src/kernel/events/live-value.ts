import type { EventTail } from './event-tail.js';
import type { EventMatch } from './event-match.js';
import { systemCaller } from '../access/caller.js';

/** A value that follows events, such as a count for a dashboard. */
export interface LiveRequest<T> {
  /** Events after which it may have changed, whoever may see them: what is sent is what `read` finds. */
  match: EventMatch;
  /** Finds the present value, under the caller's row policy. */
  read: () => Promise<T>;
  /** For values that change with time too: read again at least this often, in milliseconds. */
  everyMs?: number;
}

/** Shortest time between two reads, in milliseconds: events in between are taken together. */
const PAUSE_MS = 200;
/** Reads take up at most one part in so many of the time, whatever they cost. */
const SHARE = 5;
/** A failed read is tried again after this long, in milliseconds. */
const RETRY_MS = 1000;

const anyone = systemCaller('live-values');

/** Who follows a live value. */
export interface LiveListener<T> {
  /** Receives the present value, and each that differs from the one before. */
  value: (value: T) => void;
  /** Told when the first read fails; later ones are tried again. */
  failed: (error: unknown) => void;
}

/** The present value, then each change of it. Reads run one at a time; many events lead to one read. */
export class LiveValue<T> implements AsyncIterable<T> {
  constructor(
    private readonly tail: EventTail,
    private readonly request: LiveRequest<T>,
  ) {}

  /** Follows the value until the returned function is called. */
  follow(listener: LiveListener<T>): () => void {
    const following = new Following(this.request, listener);
    const unlisten = this.tail.listen({ caller: anyone, match: this.request.match }, () => following.touch());
    following.touch();
    return () => {
      unlisten();
      following.end();
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    let latest: { value: T } | undefined;
    let failure: { error: unknown } | undefined;
    let wake: () => void = () => undefined;
    const end = this.follow({
      value: (value) => {
        latest = { value };
        wake();
      },
      failed: (error) => {
        failure = { error };
        wake();
      },
    });
    try {
      for (;;) {
        if (failure) throw failure.error;
        const next = latest;
        latest = undefined;
        if (next) yield next.value;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      end();
    }
  }
}

class Following<T> {
  private timer: NodeJS.Timeout | undefined;
  private reading = false;
  private again = false;
  private ended = false;
  private readAt = -Infinity;
  private pause = PAUSE_MS;
  private last: string | undefined;

  constructor(
    private readonly request: LiveRequest<T>,
    private readonly listener: LiveListener<T>,
  ) {}

  /** The value may have changed. */
  touch(): void {
    if (this.ended) return;
    if (this.reading) this.again = true;
    else this.plan(Math.max(0, this.readAt + this.pause - performance.now()));
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  /** Reads after this delay, or earlier when that is planned already. */
  private plan(delay: number): void {
    const due = performance.now() + delay;
    if (this.timer && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.read(), delay);
    this.timer.unref();
  }
  private due = Infinity;

  private async read(): Promise<void> {
    this.timer = undefined;
    this.reading = true;
    this.again = false;
    this.readAt = performance.now();
    let retry = false;
    try {
      const value = await this.request.read();
      this.pause = Math.max(PAUSE_MS, (performance.now() - this.readAt) * SHARE);
      const text = JSON.stringify(value);
      if (!this.ended && text !== this.last) {
        this.last = text;
        this.listener.value(value);
      }
    } catch (error) {
      if (this.last === undefined && !this.ended) this.listener.failed(error);
      retry = true;
    }
    this.reading = false;
    if (this.ended) return;
    if (retry) this.plan(RETRY_MS);
    else if (this.again) this.touch();
    else if (this.request.everyMs !== undefined) this.plan(this.request.everyMs);
  }
}
