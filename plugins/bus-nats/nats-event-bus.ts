import { randomUUID } from 'node:crypto';
import {
  DeliverPolicy,
  DiscardPolicy,
  type JsMsg,
  jetstream,
  type JetStreamClient,
  jetstreamManager,
  StorageType,
} from '@nats-io/jetstream';
import { connect, headers, nanos, type NatsConnection } from '@nats-io/transport-node';
import type { EventBus, EventListener, HistoryEvent } from '../../src/kernel/events/index.js';
import type { Logger } from '../../src/kernel/log/log.js';
import { connectionOptions } from './connection-options.js';
import { splitBatches } from './split-batches.js';

/** How long NATS keeps events: longer than a process may be away without noticing; older ones are read from the table. */
const KEEP_MS = 120_000;
const MAX_BYTES = 64 * 1024 * 1024;
const RETRY_MS = 500;
/** Header that tells a process its own messages, which it has had already. */
const FROM = 'Switchboard-Process';

/** What the bus needs. */
export interface NatsBusOptions {
  /** Addresses of NATS, comma separated: `nats://host:4222`, with `user:password@` or `token@` if need be, `tls://` for encryption. */
  url: string;
  /** Subject of the events, and name of their stream: the same for all servers of one database, and for no others. */
  subject: string;
  log: Logger;
}

/**
 * Carries events between processes over a NATS JetStream stream. NATS may be down at the start or at any time: events then wait
 * in the table, and the bus comes back by itself.
 */
export class NatsEventBus implements EventBus {
  private readonly listeners = new Set<EventListener>();
  private readonly id = randomUUID();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private link: { connection: NatsConnection; client: JetStreamClient } | undefined;
  private complained = false;

  constructor(private readonly options: NatsBusOptions) {
    this.running = this.run();
  }

  /** Whether events of other processes come by now. */
  get carries(): boolean {
    return this.link !== undefined;
  }

  async publish(events: readonly HistoryEvent[]): Promise<void> {
    for (const listener of this.listeners) listener(events);
    const { link } = this;
    if (!link) return;
    const from = headers();
    from.set(FROM, this.id);
    // Answers are not waited for: what is lost on the way, the others read from the table.
    for (const payload of splitBatches(events, link.connection.info?.max_payload ?? 1_048_576)) {
      link.client
        .publish(this.options.subject, payload, { headers: from })
        .catch((error: unknown) => this.complain(error));
    }
  }

  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Lets go of NATS. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.link?.connection.close();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.stay().catch((error: unknown) => this.complain(error));
      this.link = undefined;
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  /** One connection, from its beginning to its end. */
  private async stay(): Promise<void> {
    const { url, subject, log } = this.options;
    const connection = await connect({
      ...connectionOptions(url),
      name: 'switchboard',
      reconnect: false,
      pingInterval: 2_000,
      maxPingOut: 2,
    });
    try {
      const manager = await jetstreamManager(connection);
      const name = streamName(subject);
      const limits = { max_age: nanos(KEEP_MS), max_bytes: MAX_BYTES, discard: DiscardPolicy.Old };
      await manager.streams.add({ name, subjects: [subject], storage: StorageType.Memory, ...limits });
      const client = jetstream(connection);
      const consumer = await client.consumers.get(name, { deliver_policy: DeliverPolicy.New });
      const messages = await consumer.consume({
        callback: (message) => this.receive(message),
        abort_on_missing_resource: true,
      });
      if (this.stopping.signal.aborted) return;
      this.link = { connection, client };
      this.complained = false;
      log.info({ subject }, 'Events go over NATS.');
      await Promise.race([connection.closed(), messages.closed()]);
    } finally {
      this.link = undefined;
      await connection.close();
    }
  }

  private receive(message: JsMsg): void {
    if (message.headers?.get(FROM) === this.id) return;
    const events = message.json<HistoryEvent[]>();
    for (const listener of this.listeners) listener(events);
  }

  private complain(error: unknown): void {
    if (this.complained || this.stopping.signal.aborted) return;
    this.complained = true;
    this.options.log.warn(
      { err: error },
      'NATS cannot be used; events of other processes are read from the table meanwhile.',
    );
  }
}

/** Names of streams may hold no dots, spaces or wildcards. */
const streamName = (subject: string): string => subject.replaceAll(/[^\w-]/g, '_');
