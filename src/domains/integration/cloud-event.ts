import type { HistoryEvent } from '../../kernel/events/index.js';
import { encodeId, nounByName } from '../../kernel/model/index.js';
import type { WebhookDelivery } from './webhook-delivery.js';

/** The opaque id of a row of a noun that is known by name. */
export function idOfNoun(noun: string, uuid: string): string {
  return encodeId(nounByName(noun)!.tag!, uuid);
}

/** What is sent of an event when the subscription has no selection of its own. */
export const usualSelection = `fragment Usual on HistoryEntry {
  actor actorName actorKind action reason data
  ... on StateChange { fromState toState }
}`;

/** An event as a CloudEvent (version 1.0, JSON format), with the selection as its data. */
export function cloudEvent(event: HistoryEvent, data: Record<string, unknown>): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: idOfNoun(event.noun, event.id),
    source: '/switchboard',
    type: event.type,
    subject: idOfNoun(event.subjectType, event.subjectId),
    subjecttype: event.subjectType,
    time: event.occurredAt,
    sequence: event.cursor,
    correlationid: event.correlationId,
    ...(event.causationId === null ? {} : { causationid: event.causationId }),
    datacontenttype: 'application/json',
    data,
  };
}

/** What a test sends. */
export function testEvent(delivery: WebhookDelivery): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: idOfNoun('WebhookDelivery', delivery.id),
    source: '/switchboard',
    type: delivery.eventType,
    subject: idOfNoun(delivery.subjectType, delivery.subjectId),
    subjecttype: delivery.subjectType,
    time: delivery.createdAt.toISOString(),
    datacontenttype: 'application/json',
    data: { test: true },
  };
}

/** JSON with the members in the order of their names, so that each attempt sends the same bytes whatever the table made of the order. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
