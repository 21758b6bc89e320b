import type { HistoryEvent } from './history-event.js';

/** Receives events in the order of their positions; must not throw and must not block. */
export type EventListener = (events: readonly HistoryEvent[]) => void;

/**
 * Carries numbered events from the leading relay to every process, fast. It may lose, repeat or reorder them: positions have no
 * gaps, so each process's tail notices and reads what is missing from the table.
 */
export interface EventBus {
  /**
   * True while events of other processes come by: then the table is only read for what the bus leaves out. Absent or false
   * where they do not.
   */
  readonly carries?: boolean;
  /** Sends events that the relay has just numbered; a failure only makes the other processes read the table. */
  publish(events: readonly HistoryEvent[]): Promise<void>;
  /** Receives what is published, by this process too. @returns ends the subscription. */
  subscribe(listener: EventListener): () => void;
}

/** The bus of a single process; further processes on the same database find the events by reading the table. */
export class InProcessEventBus implements EventBus {
  private readonly listeners = new Set<EventListener>();

  async publish(events: readonly HistoryEvent[]): Promise<void> {
    for (const listener of this.listeners) listener(events);
  }

  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
