import type { Frame } from './frame.js';

/** Where a subscriber's results go: one operation on a socket, or a stream of server-sent events. */
export interface Sink {
  /** Takes a result. Never waits: what cannot be sent at once is kept within bounds, or the connection ends. */
  next(frame: Frame): void;
  /** Something to wait for before more of the past is read; undefined when there is room. */
  ready(): Promise<void> | undefined;
}

/** What a subscriber receives from, alone or with others. */
export interface Source {
  leave(subscriber: Subscriber): void;
}

/** One subscription of one client. */
export class Subscriber {
  /** Position of the last event received, or of the last that there was when it came. */
  seen = 0;
  /** Whether it gets what happens now; false while it is still given the past. */
  live = false;
  /** Resolves when the subscription is over, rejects when it failed. */
  readonly done: Promise<void>;
  private source: Source | undefined;
  private settle: ((error?: unknown) => void) | undefined;

  constructor(readonly sink: Sink) {
    this.done = new Promise((resolve, reject) => {
      this.settle = (error) => (error === undefined ? resolve() : reject(error as Error));
    });
    // Whoever waits for it handles the failure; nobody does when the connection is gone already.
    this.done.catch(() => undefined);
  }

  get ended(): boolean {
    return this.settle === undefined;
  }

  /** Hands on a result unless it has been received before. */
  deliver(frame: Frame): void {
    if (frame.position <= this.seen) return;
    this.seen = frame.position;
    this.sink.next(frame);
  }

  /** Receives from another source from now on. */
  receiveFrom(source: Source | undefined): void {
    const before = this.source;
    this.source = source;
    this.live = false;
    before?.leave(this);
  }

  isWith(source: Source): boolean {
    return this.source === source && !this.ended;
  }

  /** Ends it; with an error, as failed. */
  end(error?: unknown): void {
    const { settle } = this;
    if (!settle) return;
    this.settle = undefined;
    this.receiveFrom(undefined);
    settle(error);
  }
}
