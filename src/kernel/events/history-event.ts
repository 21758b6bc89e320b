import { rowRule } from '../access/policy.js';
import { secretOfRow } from '../access/row-predicate.js';
import { concreteNouns, nounOf } from '../model/registry.js';
import { encodeCursor } from './cursor.js';
import { type ActorKind, HistoryEntry } from './history-entry.js';

/** A numbered history entry as a plain value: what buses carry and subscriptions give. Shared by all receivers; never change it. */
export interface HistoryEvent {
  /** Key of the entry. */
  id: string;
  /** Name of the entry's noun: `StateChange`, `RecordChange` or `BusinessFact`. */
  noun: string;
  /** CloudEvents type, such as `order.status.changed`. */
  type: string;
  /** Name of the subject's noun. */
  subjectType: string;
  /** Key of the subject. */
  subjectId: string;
  customerId: string | null;
  regionId: string | null;
  /** Key of the customer of whose bills, payments, balance or consumption it tells; null when of none (CUS-03). */
  figuresCustomerId: string | null;
  /** Whether that customer had, when this was read, a secret that staff are to be shown first. */
  confided: boolean;
  /** Stable name of who did it. */
  actor: string;
  /** Name to show of who did it. */
  actorName: string;
  actorKind: ActorKind;
  correlationId: string;
  causationId: string | null;
  /** State before, for state changes; null before the first. */
  from: string | null;
  /** State after, for state changes. */
  to: string | null;
  action: string | null;
  reason: string | null;
  data: Record<string, unknown>;
  /** RFC 3339 in UTC with milliseconds. */
  occurredAt: string;
  /** Place in the order of events: 1, 2, 3 … without gaps. */
  position: number;
  /** The position as callers see it. */
  cursor: string;
}

/** A row of {@link eventColumns}. */
export type EventRow = Omit<HistoryEvent, 'noun' | 'position' | 'cursor' | 'occurredAt'> & {
  kind: string;
  occurredAt: Date | string;
  position: string | number;
};

/** Columns of a history entry for `select` or `returning`, named as {@link toHistoryEvent} expects; asked for once all policies are there. */
export function eventColumns(alias: string): string {
  const columns = {
    id: 'id',
    kind: 'kind',
    type: 'type',
    subject_type: 'subjectType',
    subject_id: 'subjectId',
    customer_id: 'customerId',
    region_id: 'regionId',
    actor: 'actor',
    actor_name: 'actorName',
    actor_kind: 'actorKind',
    correlation_id: 'correlationId',
    causation_id: 'causationId',
    from_state: 'from',
    to_state: 'to',
    action: 'action',
    reason: 'reason',
    data: 'data',
    occurred_at: 'occurredAt',
    position: 'position',
  };
  const secret = secretOfRow(nounOf(HistoryEntry), rowRule(HistoryEntry, 'STAFF'), alias);
  return [
    ...Object.entries(columns).map(([column, name]) => `${alias}."${column}" as "${name}"`),
    `${secret?.key ?? `${alias}."figures_customer_id"`} as "figuresCustomerId"`,
    `${secret?.holds ?? 'false'} as "confided"`,
  ].join(', ');
}

/** The event that a row holds; the row must have its position. */
export function toHistoryEvent({ kind, occurredAt, position, ...rest }: EventRow): HistoryEvent {
  const place = Number(position);
  return {
    ...rest,
    noun: nounNames().get(kind)!,
    occurredAt: new Date(occurredAt).toISOString(),
    position: place,
    cursor: encodeCursor(place),
  };
}

let names: Map<string, string> | undefined;

function nounNames(): Map<string, string> {
  return (names ??= new Map(concreteNouns(nounOf(HistoryEntry)).map((noun) => [noun.discriminator!, noun.name])));
}
