import type { Class } from '../model/registry.js';
import { EventCounter } from './event-counter.js';
import { BusinessFact, HistoryEntry, RecordChange, StateChange } from './history-entry.js';
import './history-entry.policy.js';

/** Tables of the event kernel. */
export const eventEntities: readonly Class[] = [HistoryEntry, StateChange, RecordChange, BusinessFact, EventCounter];

export * from './authorship.js';
export * from './cursor.js';
export * from './event-bus.js';
export * from './event-history.js';
export * from './event-match.js';
export { EventWatch, type WatchedEvents } from './event-watch.js';
export * from './event.js';
export * from './feed.js';
export * from './history-entry.js';
export * from './history-partitions.js';
export { maySeeEvent } from './history-entry.policy.js';
export type { HistoryEvent } from './history-event.js';
export * from './live-value.js';
export * from './start-events.js';
export * from './timeline.js';
