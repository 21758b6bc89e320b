import pg from 'pg';

type Row = Record<string, unknown>;

/** Looks into the database past the servers, over a connection of its own each time: it outlives whatever is done to them. */
export class Observer {
  constructor(private readonly url: () => string) {}

  async query(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url() });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** The last position that an event was given. */
  async position(): Promise<number> {
    const [row] = await this.query('select "position" from "event_counter"');
    return Number(row?.['position'] ?? 0);
  }

  /** Orders that are not completed; none while the database cannot be reached. */
  async openOrders(): Promise<number> {
    const text = `select count(*)::int as "open" from "customer_order" where "status" <> 'COMPLETED'`;
    const [row] = await this.query(text).catch(() => []);
    return Number(row?.['open'] ?? 0);
  }

  /** Ids of the workers that hold jobs. */
  async busyWorkers(): Promise<Set<string>> {
    const text = 'select distinct "locked_by" as "worker" from "graphile_worker"."jobs" where "locked_by" is not null';
    return new Set((await this.query(text)).map(({ worker }) => String(worker)));
  }

  /** What waits in the database for a lock, and what it waits for: the first thing to know when nothing goes on. */
  async waits(): Promise<Row[]> {
    return this.query(
      `select "blocked"."pid", left("blocked"."query", 200) as "query", "holder"."pid" as "holder",
      "holder"."state", left("holder"."query", 200) as "held by", now() - "holder"."xact_start" as "for"
      from pg_stat_activity as "blocked", unnest(pg_blocking_pids("blocked"."pid")) as "by"
      join pg_stat_activity as "holder" on "holder"."pid" = "by" limit 20`,
    ).catch(() => []);
  }
}
