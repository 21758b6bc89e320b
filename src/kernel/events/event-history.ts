import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Caller } from '../access/caller.js';
import { codedError } from '../errors/coded-error.js';
import { invalidCursor } from './cursor.js';
import { eventCondition, type EventMatch } from './event-match.js';
import { eventColumns, type EventRow, type HistoryEvent, toHistoryEvent } from './history-event.js';

/** Which events a watcher gets: those that it wants and may see. */
export interface EventInterest {
  /** Whose row policy is applied to each event. */
  caller: Caller;
  match: EventMatch;
  /** A further condition that the other fields cannot say; it must depend on the event alone. */
  choose?: ((event: HistoryEvent) => boolean) | undefined;
  /** Staff number of the caller, to whom also goes what was sent to them by name, wherever it happened: events whose data has them as `recipient`. */
  addressee?: string | undefined;
}

/** Events of the past that came in one read. */
export interface EventPage {
  events: HistoryEvent[];
  /** All events up to this position have been considered. */
  end: number;
}

const PAGE = 500;

const nameOf = (text: string): string =>
  `event_page_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;

/** Reads events of the past from their table. */
export class EventHistory {
  constructor(private readonly pool: pg.Pool) {}

  /** The first events after one position, and not after another, that the watcher gets. */
  async page({ caller, match, choose, addressee }: EventInterest, after: number, upTo: number): Promise<EventPage> {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const range = `"h"."position" > ${bind(after)} and "h"."position" <= ${bind(upTo)}`;
    const condition = eventCondition(caller, match, bind, addressee);
    const text = `select ${eventColumns('"h"')} from "history_entry" "h" where ${range} and ${condition} order by "h"."position" limit ${PAGE}`;
    // Planned once a connection: planning looks at every partition, and takes longer than reading.
    const { rows } = await this.pool.query<EventRow>({ name: nameOf(text), text, values });
    const events = rows.map(toHistoryEvent);
    const end = events.length === PAGE ? events.at(-1)!.position : Math.max(after, upTo);
    return { events: choose ? events.filter(choose) : events, end };
  }

  /**
   * Makes sure that the events after a cursor can be given without a gap.
   * @throws CURSOR_INVALID for one beyond the end of the log, CURSOR_EXPIRED when events after it are no longer kept.
   */
  async check(cursor: string, position: number): Promise<void> {
    const { rows } = await this.pool.query<{ first: string | null; last: string | null }>(
      'select (select min("position") from "history_entry") as "first", (select max("position") from "event_counter") as "last"',
    );
    const last = Number(rows[0]!.last ?? 0);
    const first = Number(rows[0]!.first ?? last + 1);
    if (position > last) throw invalidCursor(cursor);
    if (position + 1 < first)
      throw codedError(
        'CURSOR_EXPIRED',
        'Events after this cursor are no longer kept; read the present state and subscribe without it.',
        { path: ['after'] },
      );
  }
}
