import type pg from 'pg';
import type { CallContext } from '../database/context.js';
import type { NativeInsert } from '../database/native-insert.js';
import type { NewEvent } from '../events/event.js';
import { type Class, nounOf } from '../model/registry.js';
import { v7 } from '../model/uuid.js';
import { AuditAction, AuditCategory, AuditResult } from './audit-entry.js';
import './audit-entry.policy.js';
import { redact } from './redact.js';

const categories = new Map<string, AuditCategory>();

/** Says of which kind operations are in the log; those that nobody names are business. */
export function auditAs(category: AuditCategory, ...operations: string[]): void {
  for (const operation of operations) categories.set(operation, category);
}

/** What the log needs to know of the operation. */
export type AuditContext = Pick<CallContext, 'caller' | 'requestId' | 'operation' | 'origin'>;

/** How an operation ended that left no events. */
export interface Outcome {
  result: AuditResult;
  code?: string | null;
  objectType?: string | null;
  objectId?: string | null;
}

const ADDS = /(Create|Add|Open|Submit|Report|Grant|Record|Publish|Register|Assign)$/;
const ENDS = /(Remove|Close|Cancel|Revoke|Leave|Delete|End|Invalidate)$/;

function actionOf(operation: string): AuditAction {
  if (ADDS.test(operation)) return AuditAction.ADD;
  return ENDS.test(operation) ? AuditAction.DELETE : AuditAction.MODIFY;
}

const INSERT = `
  insert into "audit_entry" ("id", "created_at", "updated_at", "at", "operation", "category", "action", "result", "code", "actor", "actor_name", "actor_kind",
    "actor_key", "ip", "client", "request_id", "object_type", "object_id", "event", "changes", "reason", "region_id", "partner_id", "figures_customer_id")
  select "id", "at", "at", "at", "operation", "category", "action", "result", "code", "actor", "actorName", "actorKind",
    "actorKey", "ip", "client", "requestId", "objectType", "objectId", "event", "changes", "reason", "regionId", "partnerId", "figuresCustomerId"
  from json_to_recordset($1::json) as ("id" uuid, "at" timestamptz, "operation" text, "category" text, "action" text, "result" text, "code" text,
    "actor" text, "actorName" text, "actorKind" text, "actorKey" text, "ip" text, "client" text, "requestId" text, "objectType" text,
    "objectId" uuid, "event" text, "changes" jsonb, "reason" text, "regionId" uuid, "partnerId" uuid, "figuresCustomerId" uuid)`;

const INSERT_IN_TRANSACTION = INSERT.replace('$1', '?');

function shared({ caller, requestId, operation, origin }: AuditContext, at: Date) {
  return {
    at: at.toISOString(),
    operation: operation!,
    category: categories.get(operation!) ?? AuditCategory.BUSINESS,
    action: actionOf(operation!),
    actor: caller.subject.slice(0, 200),
    actorName: caller.name.slice(0, 200),
    actorKind: caller.kind,
    actorKey: caller.employeeId ?? caller.customerId ?? caller.operatorId ?? null,
    partnerId: caller.partnerId ?? null,
    ip: origin?.ip.slice(0, 60) ?? null,
    client: origin?.client?.slice(0, 200) ?? null,
    requestId: requestId.slice(0, 200),
  };
}

/** The insert that writes what a transaction has done into the log: an entry for each object of its events. */
export function acceptedInsert(context: AuditContext, events: readonly NewEvent[], at: Date): NativeInsert {
  const common = { ...shared(context, at), result: AuditResult.ACCEPTED, code: null };
  const rows = [...Map.groupBy(events, ({ subject }) => subject.id).values()].map((own) => {
    const [first] = own as [NewEvent, ...NewEvent[]];
    return {
      ...common,
      id: v7(),
      objectType: nounOf(first.subject.constructor as Class).name,
      objectId: first.subject.id,
      event: first.type,
      changes: own.flatMap(changesOf),
      reason: own.find(({ reason }) => reason)?.reason ?? null,
      regionId: first.regionId ?? regionOf(context),
      figuresCustomerId: own.find((event) => event.figuresOf && changesOf(event).length > 0)?.figuresOf ?? null,
    };
  });
  return { text: INSERT_IN_TRANSACTION, values: [JSON.stringify(rows)] };
}

function changesOf(event: NewEvent): unknown[] {
  if (event.kind === 'STATE_CHANGE') return [{ field: 'status', old: event.from ?? null, new: event.to }];
  const changes = event.data?.['changes'];
  return Array.isArray(changes) ? (redact(changes) as unknown[]) : [];
}

/** Staff act for their region; what has no region itself belongs to theirs. */
const regionOf = ({ caller }: AuditContext): string | null => caller.regionIds[0] ?? null;

/** Writes how an operation ended that no transaction has told of, such as a refusal. */
export async function auditOutcome(pool: pg.Pool, context: AuditContext, outcome: Outcome): Promise<void> {
  const none = { code: null, objectType: null, objectId: null, event: null, changes: [], reason: null };
  const row = { ...shared(context, new Date()), ...none, ...outcome, id: v7(), regionId: regionOf(context) };
  await pool.query({ name: 'audit_outcome', text: INSERT, values: [JSON.stringify([row])] });
}
