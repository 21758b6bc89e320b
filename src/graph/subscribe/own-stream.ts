import { Frame } from './frame.js';
import type { Source, Subscriber } from './subscriber.js';

/** Serves one subscriber from a source that cannot be shared; the next value is asked for when there is room for its result. */
export class OwnStream implements Source {
  private readonly values: AsyncIterator<unknown>;
  private count = 0;

  constructor(
    source: AsyncIterable<unknown>,
    private readonly execute: (value: unknown) => Promise<string>,
  ) {
    this.values = source[Symbol.asyncIterator]();
  }

  join(subscriber: Subscriber): void {
    subscriber.receiveFrom(this);
    subscriber.live = true;
    this.run(subscriber).then(
      () => subscriber.isWith(this) && subscriber.end(),
      (error: unknown) => subscriber.isWith(this) && subscriber.end(error),
    );
  }

  leave(): void {
    // A source that fails to end has nobody left to tell.
    this.values.return?.().then(undefined, () => undefined);
  }

  private async run(subscriber: Subscriber): Promise<void> {
    for (;;) {
      const { done, value } = await this.values.next();
      if (done || !subscriber.isWith(this)) return;
      const text = await this.execute(value);
      await subscriber.sink.ready();
      if (!subscriber.isWith(this)) return;
      subscriber.deliver(new Frame(text, ++this.count));
    }
  }
}
