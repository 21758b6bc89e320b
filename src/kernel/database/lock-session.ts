import pg from 'pg';

const RETRY_MS = 500;

/** Settings of a {@link LockSession}. */
export interface LockSessionOptions {
  /** A pool whose connection settings the session uses; it is a connection of its own, outside the pool. */
  pool: pg.Pool;
  /** Name of the lock, unique in the database. */
  lock: string;
  /** SQL to run on a new connection, such as `set` statements. */
  setup?: string;
}

/**
 * A connection of its own that holds an advisory lock as long as it lives. The lock ends with the process, however that ends,
 * so it says who leads or who is alive without clocks or leases. Needs a direct connection, not a transaction-pooling proxy.
 */
export class LockSession {
  private client: pg.Client | undefined;
  private held = false;
  private closed = false;
  private nextAttempt = 0;

  constructor(private readonly options: LockSessionOptions) {}

  /**
   * The connection, when it holds the lock; undefined while another session does, and once it was closed. Asks again at most
   * every half second.
   * @throws when the database cannot be reached.
   */
  async acquire(): Promise<pg.Client | undefined> {
    if (this.closed) return undefined;
    if (this.client && this.held) return this.client;
    if (Date.now() < this.nextAttempt) return undefined;
    this.nextAttempt = Date.now() + RETRY_MS;
    const client = this.client ?? (await this.connect());
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as "held"',
      [this.options.lock],
    );
    this.held = this.client === client && rows[0]!.held;
    return this.held ? client : undefined;
  }

  /** Gives the lock back and closes the connection, for good: also one that is being made meanwhile must not keep the lock. */
  async close(): Promise<void> {
    this.closed = true;
    const client = this.client;
    this.drop(client);
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.options.pool.options);
    // The server ends sessions at will (restart, timeout, administrator); the next acquire connects again.
    client.on('error', () => this.drop(client));
    client.on('end', () => this.drop(client));
    await client.connect();
    if (this.closed) {
      await client.end();
      throw new Error('The session was closed while it connected.');
    }
    this.client = client;
    // A machine that vanishes without closing its sockets must not hold the lock for the two hours that are usual.
    await client.query(
      `set tcp_keepalives_idle = 4; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3; ${this.options.setup ?? ''}`,
    );
    return client;
  }

  private drop(client: pg.Client | undefined): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.held = false;
  }
}
