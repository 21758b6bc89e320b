import type { Transaction } from '../../kernel/database/transaction.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { v7 } from '../../kernel/model/index.js';
import { deliverJob } from './deliver-job.js';
import { DeliveryStatus } from './webhook.enums.js';
import { laneOf } from './webhook-delivery.js';
import { webhookPace } from './webhook-pace.js';

/** The delivery of one event to one subscription. */
export interface WantedDelivery {
  /** Key of the subscription. */
  webhookId: string;
  event: HistoryEvent;
}

const INSERT = `
  insert into "webhook_delivery" ("id", "created_at", "updated_at", "subscription_id", "event_noun", "event_id", "event_type", "subject_type",
    "subject_id", "position", "lane", "test", "status", "attempt_count", "next_attempt_at", "retry_until")
  select "id", "at", "at", "webhookId", "eventNoun", "eventId", "eventType", "subjectType",
    "subjectId", "position", "lane", false, '${DeliveryStatus.PENDING}', 0, "at", "retryUntil"
  from json_to_recordset(?::json) as ("id" uuid, "at" timestamptz, "webhookId" uuid, "eventNoun" text, "eventId" uuid, "eventType" text,
    "subjectType" text, "subjectId" uuid, "position" bigint, "lane" smallint, "retryUntil" timestamptz)`;

/** Adds deliveries, natively because there are many, and sends for who delivers them. */
export async function addDeliveries(tx: Transaction, wanted: readonly WantedDelivery[]): Promise<void> {
  if (wanted.length === 0) return;
  const retryUntil = new Date(tx.at.getTime() + webhookPace.retryFor).toISOString();
  const rows = wanted.map(({ webhookId, event }) => ({
    id: v7(),
    at: tx.at.toISOString(),
    webhookId,
    eventNoun: event.noun,
    eventId: event.id,
    eventType: event.type,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    position: event.position,
    lane: laneOf(event.subjectId),
    retryUntil,
  }));
  await tx.em.execute(INSERT, [JSON.stringify(rows)]);
  const lanes = new Map(rows.map(({ webhookId, lane }) => [`${webhookId}:${lane}`, { webhookId, lane }]));
  for (const { webhookId, lane } of lanes.values()) tx.enqueue(deliverJob(webhookId, lane));
}
