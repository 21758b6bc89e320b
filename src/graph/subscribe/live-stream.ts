import type { LiveValue } from '../../kernel/events/index.js';
import { Frame } from './frame.js';
import type { Source, Subscriber } from './subscriber.js';

/** What a stream of a live value is made of. */
export interface LiveStreamParts {
  value: LiveValue<unknown>;
  /** Makes the result for a value as JSON text; must not fail. */
  execute: (value: unknown) => Promise<string>;
  onEmpty: () => void;
}

/** Subscribers of the same live value: whoever joins gets what it is now, and then each change of it. */
export class LiveStream implements Source {
  private readonly members = new Set<Subscriber>();
  private readonly unfollow: () => void;
  private latest: { text: string; frame: Frame } | undefined;
  /** Frames are numbered, so that each subscriber gets each once. */
  private count = 0;
  private order = Promise.resolve();
  private closed = false;

  constructor(private readonly parts: LiveStreamParts) {
    this.unfollow = parts.value.follow({
      value: (value) => {
        this.order = this.order.then(() => this.take(value));
      },
      failed: (error) => {
        for (const member of this.members) member.end(error);
      },
    });
  }

  get size(): number {
    return this.members.size;
  }

  join(subscriber: Subscriber): void {
    this.members.add(subscriber);
    subscriber.receiveFrom(this);
    subscriber.seen = 0;
    subscriber.live = true;
    if (this.latest) subscriber.deliver(this.latest.frame);
  }

  leave(subscriber: Subscriber): void {
    this.members.delete(subscriber);
    if (this.members.size > 0 || this.closed) return;
    this.closed = true;
    this.unfollow();
    this.parts.onEmpty();
  }

  private async take(value: unknown): Promise<void> {
    const text = await this.parts.execute(value);
    if (this.closed || text === this.latest?.text) return;
    const frame = new Frame(text, ++this.count);
    this.latest = { text, frame };
    for (const member of this.members) member.deliver(frame);
  }
}
