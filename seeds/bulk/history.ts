import type pg from 'pg';
import type { CallerKind } from '../../src/kernel/access/caller.js';
import type { EventKind } from '../../src/kernel/events/index.js';
import type { Class } from '../../src/kernel/model/registry.js';
import { copyText } from './copy-text.js';

/** Who did something, as the history names callers. */
export interface Actor {
  subject: string;
  name: string;
  kind: CallerKind;
}

/** Something that happened before now. */
export interface PastEvent {
  id: string;
  kind: EventKind;
  /** CloudEvents type, such as `order.status.changed`. */
  type: string;
  noun: Class;
  subjectId: string;
  customerId: string | null;
  regionId: string | null;
  /** The customer of whose bills, payments, balance or consumption it tells; absent when of none. */
  figuresOf?: string | null;
  actor: Actor;
  at: Date;
  /** When it was written into this history; when it happened, if absent. */
  writtenAt?: Date | undefined;
  /** Id of the request that caused it and others. */
  correlationId: string;
  from?: string | null;
  to?: string | null;
  action?: string | null;
  reason?: string | null;
  data?: Record<string, unknown> | undefined;
}

const columns = [
  'id',
  'kind',
  'created_at',
  'updated_at',
  'type',
  'subject_type',
  'subject_id',
  'customer_id',
  'region_id',
  'figures_customer_id',
  'actor',
  'actor_name',
  'actor_kind',
  'occurred_at',
  'correlation_id',
  'causation_id',
  'action',
  'reason',
  'data',
  'from_state',
  'to_state',
  'position',
];

export const HISTORY_COPY = `copy "history_entry" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`;

const field = (value: string | null | undefined) => (value === null || value === undefined ? '\\N' : copyText(value));

/** The line of COPY for an event, up to its place in the order of events: see {@link positionField}. */
export function historyLine(event: PastEvent): string {
  const at = event.at.toISOString();
  const written = event.writtenAt?.toISOString() ?? at;
  const { actor } = event;
  return (
    `${event.id}\t${event.kind}\t${written}\t${written}\t${event.type}\t${event.noun.name}\t${event.subjectId}\t${field(event.customerId)}\t${field(event.regionId)}\t${field(event.figuresOf)}\t` +
    `${copyText(actor.subject)}\t${copyText(actor.name)}\t${actor.kind}\t${at}\t${copyText(event.correlationId)}\t\\N\t${field(event.action)}\t${field(event.reason)}\t` +
    `${event.data ? copyText(JSON.stringify(event.data)) : '{}'}\t${field(event.from)}\t${field(event.to)}`
  );
}

/** The end of the line, once the place is known. */
export const positionField = (position: number): string => `\t${position}\n`;

/**
 * Takes `count` places in the order of events, as the relay does: from the counter whose row stays locked until the commit, so that
 * places have no gaps and become visible in their order. A population of events is then in the log at once, without having to pass
 * through the relay and its bus a thousand at a time.
 * @returns the first place
 */
export async function takePositions(client: pg.PoolClient, count: number): Promise<number> {
  await client.query(
    'insert into "event_counter" ("id", "position") select 1, coalesce(max("position"), 0) from "history_entry" on conflict do nothing',
  );
  const { rows } = await client.query<{ position: string }>(
    'update "event_counter" set "position" = "position" + $1 returning "position"',
    [count],
  );
  return Number(rows[0]!.position) - count + 1;
}
