import type pg from 'pg';
import type { EventInterest } from './event-history.js';
import { EventIndex } from './event-index.js';
import { eventColumns, type EventRow, type HistoryEvent, toHistoryEvent } from './history-event.js';

const PAGE = 1000;
const readNext = () =>
  `select ${eventColumns('"h"')} from "history_entry" "h" where "h"."position" > $1 order by "h"."position" limit ${PAGE}`;

/**
 * The end of the event log as this process sees it: hands each event to its listeners once, in order. Events come from the bus,
 * and from the table whenever the bus has left something out.
 */
export class EventTail {
  private last: number | undefined;
  private next: string | undefined;
  private readonly watchers = new EventIndex();

  constructor(private readonly pool: pg.Pool) {}

  /** Position of the last event handed out; all up to it are committed and visible. */
  get position(): number {
    if (this.last === undefined) throw new Error('Events are watched before startEvents(...) was called.');
    return this.last;
  }

  /** Begins at the present end of the log. */
  async start(): Promise<void> {
    if (this.last !== undefined) return;
    const { rows } = await this.pool.query<{ position: string }>(
      'select coalesce(max("position"), 0) as "position" from "event_counter"',
    );
    this.last = Number(rows[0]!.position);
  }

  /** Calls the listener with each event after {@link position} that the watcher gets; it must not throw. @returns ends it. */
  listen(interest: EventInterest, listener: (event: HistoryEvent) => void): () => void {
    return this.watchers.add(interest, listener);
  }

  /** Takes events from the bus. @returns false when some before them are missing: then {@link read} must be called. */
  receive(events: readonly HistoryEvent[]): boolean {
    for (const event of events) {
      if (event.position > this.position + 1) return false;
      this.hand(event);
    }
    return true;
  }

  /** Reads the table for events that the bus has not brought. */
  async read(): Promise<void> {
    for (;;) {
      const { rows } = await this.pool.query<EventRow>({
        name: 'event_tail',
        text: (this.next ??= readNext()),
        values: [this.position],
      });
      // The bus may have been faster meanwhile; what it brought is skipped.
      for (const row of rows) this.hand(toHistoryEvent(row));
      if (rows.length < PAGE) return;
    }
  }

  private hand(event: HistoryEvent): void {
    if (event.position <= this.position) return;
    this.last = event.position;
    this.watchers.hand(event);
  }
}
