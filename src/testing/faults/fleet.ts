import { join } from 'node:path';
import pg from 'pg';
import { domains } from '../../domains/index.js';
import { createWebhook } from '../../domains/integration/index.js';
import { connectDatabase } from '../../kernel/database/connect.js';
import type { Database } from '../../kernel/database/database.js';
import type { EmbeddedPostgres } from '../../kernel/database/embedded/index.js';
import { encodeCursor } from '../../kernel/events/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { signToken } from '../../kernel/access/token.js';
import { eventSelection, webhookTargets } from '../../domains/integration/index.js';
import { entitiesOf } from '../../start/entities.js';
import { prepareDatabase } from '../../start/prepare.js';
import { natsProgram, startNats, type TestNats } from '../nats.js';
import { createRunFolder, removeRunFolder } from '../run-folder.js';
import { openShop } from '../shop.js';
import { sleep, until } from '../until.js';
import { startReceiver, type WebhookReceiver } from '../webhook-receiver.js';
import { disagreements } from '../order-processes.js';
import { auditEffects, auditHistories, auditJobs, auditSubscriber, auditWebhook } from './audit.js';
import { type Build, buildProgram } from './build.js';
import { Crowd } from './crowd.js';
import { Load, type Reach } from './load.js';
import { Observer } from './observer.js';
import { openPostgres } from './postgres.js';
import { ServerProcess } from './server-process.js';
import { Subscriber } from './subscriber.js';

const SECRET = 'a secret that only the tests of this project use';

/** Orders on their way beyond which no further ones are submitted. */
const MOST_OPEN = 60;

/** How much is put on the servers. */
export interface FleetOptions {
  servers: number;
  /** Clients that write at the same time. */
  clients: number;
  subscribers: number;
}

/** Servers as they are deployed, each in a process of its own, on one PostgreSQL and one NATS, with a load on them. */
export class Fleet {
  readonly servers: ServerProcess[] = [];
  private subscribers: Subscriber[] = [];
  private load!: Load;
  private loading: Promise<void> = Promise.resolve();
  private start = 0;
  private closed = false;
  private readonly observer = new Observer(() => this.postgres.url);
  private reach!: Reach;

  private constructor(
    private readonly options: FleetOptions,
    private readonly folder: string,
    private readonly build: Build,
    private postgres: EmbeddedPostgres,
    readonly nats: TestNats | undefined,
    private readonly receiver: WebhookReceiver,
  ) {}

  /** Starts everything but the load. */
  static async open(options: FleetOptions): Promise<Fleet> {
    const folder = await createRunFolder();
    const [build, postgres, receiver] = await Promise.all([buildProgram(), openPostgres(folder), startReceiver()]);
    const nats = natsProgram() ? await startNats() : undefined;
    const fleet = new Fleet(options, folder, build, postgres, nats, receiver);
    await prepareDatabase(postgres.url, domains);
    const env = {
      DATABASE_URL: postgres.url,
      DATA_DIR: join(folder, 'data'),
      TOKEN_SECRET: SECRET,
      DEMO_CUSTOMERS: '0',
      DATABASE_POOL_SIZE: '8',
      WEBHOOK_ALLOW_PRIVATE: '127.0.0.1',
      CONNECTIONS_PER_CALLER: '100000',
      ...(nats ? { NATS_URL: nats.url } : {}),
    };
    for (let n = 0; n < options.servers; n++) fleet.servers.push(await ServerProcess.start(build.main, env));
    await fleet.arrange();
    return fleet;
  }

  /** Writes what the load needs, and begins to watch and to write. */
  private async arrange(): Promise<void> {
    const { clients, subscribers } = this.options;
    const database = await this.connect();
    try {
      const shop = await openShop(database);
      eventSelection.connect({ check: () => [], read: async () => null }, 'graph');
      webhookTargets.connect({ allowHttp: true, allowPrivate: ['127.0.0.1'] }, 'configuration');
      const types = ['order.status.changed'];
      await createWebhook(database.systemContext('fleet'), { name: 'Fleet', url: this.receiver.url, types });
      await until(
        async () => (await database.pool.query('select 1 from history_entry where position is null')).rowCount === 0,
      );
      const { rows } = await database.pool.query<{ position: string }>('select position from event_counter');
      this.start = Number(rows[0]!.position);
      const token = await signToken(
        { token: { secret: SECRET, issuer: 'switchboard', audience: 'switchboard' } },
        { sub: 'fleet', role: 'admin' },
        7_200,
      );
      this.reach = { urls: this.servers.map(({ url }) => url), token };
      this.load = new Load(this.reach, {
        regionId: encodeId('re', shop.north.id),
        offeringId: encodeId('of', shop.line.id),
      });
    } finally {
      await database.close();
    }
    this.subscribers = Array.from(
      { length: subscribers },
      (_, n) => new Subscriber(this.reach, encodeCursor(this.start), n),
    );
    this.loading = this.load.run(clients);
    void this.pace();
    await this.progress(5);
  }

  /** Holds the load while many orders are on their way. */
  private async pace(): Promise<void> {
    for (; !this.closed; await sleep(200)) {
      this.load.held = (await this.observer.openOrders()) > MOST_OPEN;
    }
  }

  /** Any running server, at random. */
  get anyone(): ServerProcess {
    const running = this.servers.filter((server) => server.running);
    return running[Math.floor(Math.random() * running.length)]!;
  }

  /** The server whose relay leads. */
  async leader(): Promise<ServerProcess> {
    await until(() => this.servers.some((server) => server.running && server.leads), 15_000);
    return this.servers.find((server) => server.running && server.leads)!;
  }

  /** The server that runs a job at this moment. */
  async worker(): Promise<ServerProcess> {
    let found: ServerProcess | undefined;
    await until(async () => {
      const busy = await this.observer.busyWorkers();
      found = this.servers.find((server) => server.running && [...server.workers].some((id) => busy.has(id)));
      return found !== undefined;
    }, 30_000);
    return found!;
  }

  /** Waits until a relay gives places to events that happen from now on. */
  async relayed(): Promise<void> {
    const at = await this.observer.position();
    await until(async () => (await this.observer.position()) > at, 15_000);
  }

  /**
   * Cuts the connections of very many subscribers at once, as a broken balancer does, while the load goes on gently.
   * @returns what any of them did not get, or got twice.
   */
  async cutCrowd(size: number, times: number): Promise<string[]> {
    const type = 'customer.created';
    const after = await this.observer.position();
    const crowd = new Crowd(this.reach, type, encodeCursor(after));
    // Each customer is an event for each of the crowd.
    this.load.pauseMs = size;
    try {
      await crowd.grow(size);
      for (let n = 0; n < times; n++) {
        crowd.cut();
        await this.progress(3);
        await until(() => crowd.present === size, 120_000);
        await this.progress(3);
      }
      await this.anyone.stopAndStart();
      await until(() => crowd.present === size, 120_000);
      const upTo = await this.observer.position();
      const rows = await this.observer.query(
        'select "position" from "history_entry" where "type" = $1 and "position" > $2 and "position" <= $3 order by 1',
        [type, after, upTo],
      );
      return await crowd.audit(rows.map(({ position }) => Number(position)));
    } finally {
      this.load.pauseMs = 0;
      crowd.close();
    }
  }

  /** Waits until this many further requests were acknowledged. */
  async progress(count: number): Promise<void> {
    const goal = this.load.acknowledged.length + count;
    await until(() => this.load.acknowledged.length >= goal, 120_000).catch(async (error: unknown) => {
      const { acknowledged, wrong, lastFailure, held } = this.load;
      const seen = JSON.stringify({ wrong, lastFailure, held, waits: await this.observer.waits() });
      throw new Error(`Only ${acknowledged.length} of ${goal} requests were acknowledged: ${seen}`, { cause: error });
    });
  }

  /** Ends PostgreSQL as a crash does, and starts it again after a while. */
  async crashPostgres(downMs: number): Promise<void> {
    process.kill(this.postgres.pid, 'SIGKILL');
    await sleep(downMs);
    await this.postgres.stop();
    this.postgres = await openPostgres(this.folder);
  }

  /** Ends all connections to the database. */
  async endConnections(): Promise<void> {
    await this.observer.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = $1',
      ['client backend'],
    );
  }

  /** Ends the load, waits until everything has come to rest, and answers with all that is wrong. */
  async audit(): Promise<string[]> {
    this.load.stop();
    await this.loading;
    await this.rest();
    const pool = new pg.Pool({ connectionString: this.postgres.url, max: 2 });
    try {
      const faults = [
        ...this.load.wrong,
        ...(await auditEffects(pool, this.load.acknowledged)),
        ...(await auditHistories(pool)),
        ...(await auditJobs(pool)),
        ...(await disagreements(pool)),
      ];
      for (const { cursors } of this.subscribers) faults.push(...(await auditSubscriber(pool, this.start, cursors)));
      faults.push(...(await auditWebhook(pool, this.start, this.receiver.received)));
      for (const server of this.servers)
        faults.push(...server.crashes.map((crash) => `a server ended by itself: ${crash}`));
      return faults;
    } finally {
      await pool.end();
    }
  }

  /** Numbers for people: how much was done, and how much had to be done again. */
  get summary(): Record<string, number> {
    const { acknowledged, retries } = this.load;
    const returns = this.subscribers.reduce((sum, subscriber) => sum + subscriber.returns, 0);
    return {
      acknowledged: acknowledged.length,
      retries,
      returns,
      events: this.subscribers[0]?.cursors.length ?? 0,
      webhooks: this.receiver.received.length,
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.load?.stop();
    await Promise.all(this.subscribers.map((subscriber) => subscriber.stop()));
    for (const server of this.servers) await server.kill();
    await this.loading;
    await this.nats?.stop();
    await this.receiver.close();
    await this.postgres.stop();
    await this.build.remove();
    await removeRunFolder(this.folder);
  }

  /** Waits until no order is on its way, no job and no delivery waits, and every subscriber has got everything. */
  private async rest(): Promise<void> {
    const waiting = `select (select count(*) from customer_order where status <> 'COMPLETED') + (select count(*) from job_request)
      + (select count(*) from history_entry where position is null) + (select count(*) from webhook_delivery where status = 'PENDING')
      + (select max(position) from event_counter) - (select min(position) from webhook_subscription) as waiting`;
    const end = Date.now() + 180_000;
    for (let calm = 0; calm < 3; await sleep(300)) {
      const [row] = await this.observer.query(waiting).catch(() => []);
      const [last] = await this.observer.query('select max(position) as position from event_counter').catch(() => []);
      const expected = Number(last?.['position'] ?? 0) - this.start;
      const isCalm =
        Number(row?.['waiting'] ?? 1) === 0 && this.subscribers.every(({ cursors }) => cursors.length >= expected);
      calm = isCalm ? calm + 1 : 0;
      if (Date.now() > end) return;
    }
  }

  private connect(): Promise<Database> {
    return connectDatabase({
      url: this.postgres.url,
      entities: entitiesOf(domains),
      poolSize: 4,
      statementTimeoutMs: 20_000,
    });
  }
}
