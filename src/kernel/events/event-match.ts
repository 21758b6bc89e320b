import type { Caller } from '../access/caller.js';
import { rowPredicate } from '../access/row-predicate.js';
import { HistoryEntry } from './history-entry.js';
import { maySeeEvent } from './history-entry.policy.js';
import type { HistoryEvent } from './history-event.js';

/** Which events a watcher wants; all conditions hold together, an absent one admits every event. */
export interface EventMatch {
  /** Key of the subject. */
  subjectId?: string;
  /** Key of the customer in whose timeline the event stands. */
  customerId?: string;
  /** Keys of regions; the event belongs to one of them. */
  regionIds?: readonly string[];
  /** CloudEvents types, exactly. */
  types?: readonly string[];
}

/** Whether an event is wanted and the caller may see it. */
export function admitsEvent(caller: Caller, match: EventMatch, event: HistoryEvent): boolean {
  if (match.subjectId !== undefined && event.subjectId !== match.subjectId) return false;
  if (match.customerId !== undefined && event.customerId !== match.customerId) return false;
  if (match.regionIds && (event.regionId === null || !match.regionIds.includes(event.regionId))) return false;
  if (match.types && !match.types.includes(event.type)) return false;
  return maySeeEvent(caller, event);
}

/** The same condition in SQL over `"h"`; `bind` hands out the placeholder of a value. */
export function eventCondition(caller: Caller, match: EventMatch, bind: (value: unknown) => string): string {
  const parts: string[] = [];
  if (match.subjectId !== undefined) parts.push(`"h"."subject_id" = ${bind(match.subjectId)}::uuid`);
  if (match.customerId !== undefined) parts.push(`"h"."customer_id" = ${bind(match.customerId)}::uuid`);
  if (match.regionIds) parts.push(`"h"."region_id" = any(${bind(match.regionIds)}::uuid[])`);
  if (match.types) parts.push(`"h"."type" = any(${bind(match.types)}::text[])`);
  const policy = rowPredicate(HistoryEntry, caller.kind, '"h"', (value) => bind(caller[value] ?? null));
  return [...parts, policy ?? 'true'].join(' and ');
}
