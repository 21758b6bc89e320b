import type { Database } from '../database/database.js';
import { Wakeup } from '../database/wakeup.js';
import type { Logger } from '../log/log.js';
import { type EventBus, InProcessEventBus } from './event-bus.js';
import type { EventTail } from './event-tail.js';
import { EventRelay, RELAY_BATCH } from './relay.js';

/** How long an event of another process may wait at most before it is looked for, in milliseconds. */
const POLL_MS = 40;
/** How often a process looks into the table although the bus brings it everything. */
const SAFETY_MS = 1000;
const RETRY_MS = 500;

/** What {@link startEvents} needs. */
export interface EventOptions {
  database: Database;
  /** Carries events between processes; within this one when absent. */
  bus?: EventBus;
  log: Logger;
}

/**
 * Starts the events of this process: it offers itself as the relay, and feeds `database.feed` either way.
 * `stop` ends the feed's watches and lets another process lead.
 */
export async function startEvents({
  database,
  bus = new InProcessEventBus(),
  log,
}: EventOptions): Promise<{ stop: () => Promise<void> }> {
  const { tail } = database.feed;
  await tail.start();
  const loop = new EventLoop(new EventRelay(database.pool), tail, bus, log);
  const release = [
    database.onCommit(({ events }) => events && loop.committed()),
    bus.subscribe((events) => loop.receive(events)),
  ];
  const running = loop.run();
  return {
    stop: async () => {
      for (const end of release) end();
      loop.stop();
      await running;
      database.feed.close();
    },
  };
}

class EventLoop {
  readonly wakeup = new Wakeup();
  private stopped = false;
  private leads = false;
  private behind = true;
  /** Whether this process knows of events that wait, so that there is no need to look whether some do. */
  private expected = false;
  private lastRead = 0;
  private failing = false;

  constructor(
    private readonly relay: EventRelay,
    private readonly tail: EventTail,
    private readonly bus: EventBus,
    private readonly log: Logger,
  ) {}

  /** Events of this process wait for their positions. */
  committed(): void {
    this.expected = true;
    this.wakeup.kick();
  }

  receive(events: Parameters<EventBus['publish']>[0]): void {
    if (this.tail.receive(events)) return;
    this.behind = true;
    this.wakeup.kick();
  }

  stop(): void {
    this.stopped = true;
    this.wakeup.kick();
  }

  async run(): Promise<void> {
    while (!this.stopped) {
      const more = await this.turn().catch((error: unknown) => this.failed(error));
      if (!more) await this.wakeup.sleep(POLL_MS);
    }
    await this.relay.close();
  }

  /** @returns whether more events are waiting already. */
  private async turn(): Promise<boolean> {
    const { expected } = this;
    this.expected = false;
    const events = await this.relay.step(expected);
    const led = this.leads;
    this.leads = events !== undefined;
    if (this.leads !== led)
      this.log.info(
        { leads: this.leads },
        this.leads ? 'This process relays the events.' : 'Another process relays the events.',
      );
    if (events?.length)
      await this.bus
        .publish(events)
        .catch((error: unknown) =>
          this.log.warn({ err: error }, 'The event bus failed; events are read from the table.'),
        );
    // A follower reads what the leader numbered, unless the bus brings it; a new leader what the last one numbered before it ended.
    const reads = this.leads ? !led : !this.bus.carries;
    if (this.behind || reads || Date.now() - this.lastRead > SAFETY_MS) await this.read();
    if (this.failing) this.log.info('The event relay works again.');
    this.failing = false;
    return events?.length === RELAY_BATCH;
  }

  private async read(): Promise<void> {
    this.behind = false;
    await this.tail.read();
    this.lastRead = Date.now();
  }

  private async failed(error: unknown): Promise<boolean> {
    if (!this.failing && !this.stopped)
      this.log.warn({ err: error }, 'The event relay cannot reach the database and tries again.');
    this.failing = true;
    this.behind = true;
    if (!this.stopped) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return false;
  }
}
