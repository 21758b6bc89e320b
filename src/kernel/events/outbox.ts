import type { Caller } from '../access/caller.js';
import type { NativeInsert } from '../database/native-insert.js';
import type { Class } from '../model/registry.js';
import { nounOf } from '../model/registry.js';
import { v7 } from '../model/uuid.js';
import type { NewEvent } from './event.js';

/** What all events of one transaction share. */
export interface EventOrigin {
  caller: Caller;
  /** The moment of the operation. */
  at: Date;
  /** Id of the request. */
  correlationId: string;
  /** Id of the event or job that caused the operation, when no request did. */
  causationId?: string | null;
}

/** Parameters of a JSON record set, so that one statement, the same text each time, takes any number of events. */
const INSERT = `
  insert into "history_entry" ("id", "kind", "created_at", "updated_at", "type", "subject_type", "subject_id", "customer_id", "region_id", "figures_customer_id",
    "actor", "actor_name", "actor_kind", "occurred_at", "correlation_id", "causation_id", "action", "reason", "data", "from_state", "to_state")
  select "id", "kind", "at", "at", "type", "subjectType", "subjectId", "customerId", "regionId", "figuresCustomerId",
    "actor", "actorName", "actorKind", "at", "correlationId", "causationId", "action", "reason", "data", "from", "to"
  from rows from (json_to_recordset(?::json) as ("id" uuid, "kind" text, "type" text, "subjectType" text, "subjectId" uuid,
    "customerId" uuid, "regionId" uuid, "figuresCustomerId" uuid, "actor" text, "actorName" text, "actorKind" text, "at" timestamptz, "correlationId" text,
    "causationId" text, "action" text, "reason" text, "data" jsonb, "from" text, "to" text)) with ordinality
  order by "ordinality"`;

/**
 * The insert that writes events into the history, in the given order; undefined without events.
 *
 * They are written after the rows they are about, whose locks the transaction holds until its end. So of two transactions that
 * change one subject, the later takes its sequence numbers after the earlier has committed: the order of `sequence` is the order
 * of the changes for each subject. Between subjects only the commits count; see the relay.
 */
export function eventInsert(events: readonly NewEvent[], origin: EventOrigin): NativeInsert | undefined {
  if (events.length === 0) return undefined;
  const { caller, at, correlationId, causationId = null } = origin;
  const shared = {
    at: at.toISOString(),
    actor: caller.subject,
    actorName: caller.name,
    actorKind: caller.kind,
    correlationId,
    causationId,
  };
  return { text: INSERT, values: [JSON.stringify(events.map((event) => ({ ...shared, ...row(event) })))] };
}

function row(event: NewEvent) {
  const subject = nounOf(event.subject.constructor as Class);
  if (subject.abstract)
    throw new Error(
      `The subject of ${event.type} is only known as ${subject.name}: load it before recording events of it.`,
    );
  if (event.kind === 'STATE_CHANGE' && !event.to)
    throw new Error(`${event.type} is a change of state without a new state.`);
  return {
    id: v7(),
    kind: event.kind,
    type: event.type,
    subjectType: subject.name,
    subjectId: event.subject.id,
    customerId: event.customerId ?? null,
    regionId: event.regionId ?? null,
    figuresCustomerId: event.figuresOf ?? null,
    action: event.action ?? null,
    reason: event.reason ?? null,
    data: event.data ?? {},
    from: event.from ?? null,
    to: event.to ?? null,
  };
}
