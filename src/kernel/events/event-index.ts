import type { EventInterest } from './event-history.js';
import { admitsEvent, type EventMatch } from './event-match.js';
import type { HistoryEvent } from './history-event.js';

type Listener = (event: HistoryEvent) => void;

interface Entry {
  interest: EventInterest;
  listener: Listener;
}

/** Pairs of type and region under which one watcher is filed at most; beyond it, it is filed under its types alone. */
const MAX_KEYS = 64;
const EVERYTHING = '*';

/**
 * Watchers by what they watch. An event is checked against those filed under its subject, customer, region or type only, so its
 * cost does not grow with the watchers of other things.
 */
export class EventIndex {
  private readonly filed = new Map<string, Set<Entry>>();

  /** Calls the listener with each event that the watcher gets; it must not throw. @returns ends it. */
  add(interest: EventInterest, listener: Listener): () => void {
    const entry: Entry = { interest, listener };
    const keys = keysOf(interest.match);
    for (const key of keys) {
      const entries = this.filed.get(key);
      if (entries) entries.add(entry);
      else this.filed.set(key, new Set([entry]));
    }
    return () => {
      for (const key of keys) {
        const entries = this.filed.get(key);
        entries?.delete(entry);
        if (entries?.size === 0) this.filed.delete(key);
      }
    };
  }

  /** Hands an event to the watchers that get it. */
  hand(event: HistoryEvent): void {
    const { subjectId, customerId, regionId, type } = event;
    this.offer(subjectKey(subjectId), event);
    if (customerId !== null) this.offer(customerKey(customerId), event);
    if (regionId !== null) {
      this.offer(placeKey(type, regionId), event);
      this.offer(regionKey(regionId), event);
    }
    this.offer(typeKey(type), event);
    this.offer(EVERYTHING, event);
  }

  private offer(key: string, event: HistoryEvent): void {
    const entries = this.filed.get(key);
    if (!entries) return;
    for (const { interest, listener } of entries) {
      const { caller, match, choose, addressee } = interest;
      if (admitsEvent(caller, match, event, addressee) && (!choose || choose(event))) listener(event);
    }
  }
}

const subjectKey = (id: string) => `s${id}`;
const customerKey = (id: string) => `c${id}`;
const regionKey = (id: string) => `r${id}`;
const typeKey = (type: string) => `t${type}`;
const placeKey = (type: string, regionId: string) => `p${type} ${regionId}`;

/** Each event that matches is offered under exactly one of these keys. */
function keysOf({ subjectId, customerId, regionIds, types }: EventMatch): string[] {
  if (subjectId !== undefined) return [subjectKey(subjectId)];
  if (customerId !== undefined) return [customerKey(customerId)];
  const regions = regionIds && [...new Set(regionIds)];
  const wanted = types && [...new Set(types)];
  if (wanted && regions && wanted.length * regions.length <= MAX_KEYS)
    return wanted.flatMap((type) => regions.map((region) => placeKey(type, region)));
  if (wanted) return wanted.map(typeKey);
  return regions ? regions.map(regionKey) : [EVERYTHING];
}
