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

/**
 * Whether an event is wanted and the caller may see it.
 * @param addressee staff number of the caller, where they also get what was sent to them by name from other regions
 */
export function admitsEvent(caller: Caller, match: EventMatch, event: HistoryEvent, addressee?: string): boolean {
  if (match.subjectId !== undefined && event.subjectId !== match.subjectId) return false;
  if (match.customerId !== undefined && event.customerId !== match.customerId) return false;
  if (match.regionIds && (event.regionId === null || !match.regionIds.includes(event.regionId))) return false;
  if (match.types && !match.types.includes(event.type)) return false;
  return maySeeEvent(caller, event) || (addressee !== undefined && isFor(event, addressee));
}

/** Kind and code of an employee, as events name to whom something was sent. */
const employee = (code: string) => ({ kind: 'EMPLOYEE', code });

function isFor({ data }: HistoryEvent, employeeNo: string): boolean {
  const recipient = data['recipient'] as { kind?: unknown; code?: unknown } | null | undefined;
  const { kind, code } = employee(employeeNo);
  return recipient?.kind === kind && recipient.code === code;
}

/** The same condition in SQL over `"h"`; `bind` hands out the placeholder of a value. */
export function eventCondition(
  caller: Caller,
  match: EventMatch,
  bind: (value: unknown) => string,
  addressee?: string,
): string {
  const parts: string[] = [];
  if (match.subjectId !== undefined) parts.push(`"h"."subject_id" = ${bind(match.subjectId)}::uuid`);
  if (match.customerId !== undefined) parts.push(`"h"."customer_id" = ${bind(match.customerId)}::uuid`);
  if (match.regionIds) parts.push(`"h"."region_id" = any(${bind(match.regionIds)}::uuid[])`);
  if (match.types) parts.push(`"h"."type" = any(${bind(match.types)}::text[])`);
  const policy = rowPredicate(HistoryEntry, caller.kind, '"h"', (value) => bind(caller[value] ?? null));
  if (policy && addressee !== undefined)
    parts.push(`(${policy} or "h"."data" @> ${bind(JSON.stringify({ recipient: employee(addressee) }))}::jsonb)`);
  else parts.push(policy ?? 'true');
  return parts.join(' and ');
}
