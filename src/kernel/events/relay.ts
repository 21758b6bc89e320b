import type pg from 'pg';
import { LockSession } from '../database/lock-session.js';
import { eventColumns, type EventRow, type HistoryEvent, toHistoryEvent } from './history-event.js';

/** Most events that one step numbers. */
export const RELAY_BATCH = 1000;

/**
 * A relay that is paused (a stopped process, a virtual machine that is moved) keeps its connection but does nothing: the server
 * then ends the idle session, and with it the lock. The planner settings make the one statement walk the indexes: it touches few
 * rows of a large table, whose statistics are always behind.
 */
const SETUP = `set idle_session_timeout = '2s'; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;`;

const CREATE_COUNTER = `
  insert into "event_counter" ("id", "position") select 1, coalesce(max("position"), 0) from "history_entry" on conflict do nothing`;

const PENDING = `select 1 from "history_entry" where "position" is null limit 1`;

/**
 * Gives the next positions to committed events. Only what is committed is seen, so a transaction that commits late gets later
 * positions and nothing is skipped. Of one subject, whatever is seen includes what came before it, and `sequence` keeps its order
 * (see the outbox). Counter and rows change in one statement of the only session that holds the lock: positions have no gaps, and
 * they become visible in their order.
 */
const numberWaiting = () => `
  with "pending" as materialized (
    select "id", "created_at", row_number() over (order by "sequence") as "n" from "history_entry" where "position" is null order by "sequence" limit ${RELAY_BATCH}
  ), "total" as materialized (
    select count(*) as "n" from "pending"
  ), "counter" as (
    update "event_counter" set "position" = "position" + "total"."n" from "total" where "total"."n" > 0
    returning "position" - "total"."n" as "before"
  )
  update "history_entry" "h" set "position" = "counter"."before" + "pending"."n" from "counter", "pending" where "h"."id" = "pending"."id" and "h"."created_at" = "pending"."created_at"
  returning ${eventColumns('"h"')}`;

/** Numbers committed events in commit order. Any number of relays may run on a database; one leads, and another follows when it ends. */
export class EventRelay {
  private readonly session: LockSession;
  private leader: pg.Client | undefined;
  private number: string | undefined;

  constructor(pool: pg.Pool) {
    this.session = new LockSession({ pool, lock: 'switchboard.event-relay', setup: SETUP });
  }

  /**
   * Numbers the events that are waiting.
   * @param expected that some are waiting is known
   * @returns them in order, or undefined when another relay leads.
   */
  async step(expected = false): Promise<HistoryEvent[] | undefined> {
    const client = await this.session.acquire();
    if (!client) return undefined;
    if (client !== this.leader) await client.query(CREATE_COUNTER);
    this.leader = client;
    // Most steps of an idle system find nothing, and a plain look is cheaper than the statement that numbers.
    if (!expected && !(await client.query({ name: 'event_pending', text: PENDING })).rowCount) return [];
    const { rows } = await client.query<EventRow>({ name: 'event_relay', text: (this.number ??= numberWaiting()) });
    return rows.map(toHistoryEvent).sort((a, b) => a.position - b.position);
  }

  /** Lets another relay lead. */
  async close(): Promise<void> {
    await this.session.close();
  }
}
