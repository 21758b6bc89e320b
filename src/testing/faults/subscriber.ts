import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { sleep } from '../until.js';
import type { Reach } from './load.js';

const EVENTS = `subscription ($after: String) { events(after: $after) { cursor type } }`;

/** A subscriber that comes back to any server after each end, with the cursor that it has seen last. */
export class Subscriber {
  /** Every cursor that came, in the order in which it came. */
  readonly cursors: string[] = [];
  /** How often it had to come back. */
  returns = 0;
  private stopped = false;
  private end: (() => void) | undefined;
  private readonly running: Promise<void>;

  constructor(
    private readonly reach: Reach,
    private after: string,
    private next: number,
  ) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.end?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.stay(this.reach.urls[this.next++ % this.reach.urls.length]!);
      if (this.stopped) return;
      this.returns++;
      await sleep(100);
    }
  }

  /** One connection from its beginning to its end, whatever ends it. */
  private stay(url: string): Promise<void> {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      keepAlive: 1_000,
      connectionParams: { authorization: `Bearer ${this.reach.token}` },
    });
    return new Promise((resolve) => {
      const done = () => {
        void client.dispose();
        resolve();
      };
      this.end = done;
      client.subscribe(
        { query: EVENTS, variables: { after: this.after } },
        {
          next: ({ data }) => {
            const event = data?.['events'] as { cursor: string } | undefined;
            if (!event) return;
            this.after = event.cursor;
            this.cursors.push(event.cursor);
          },
          error: done,
          complete: done,
        },
      );
    });
  }
}
