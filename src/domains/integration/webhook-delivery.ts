import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Any, Bool, EnumOf, Instant, Int, JsonValue, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { DeliveryStatus } from './webhook.enums.js';
import { WebhookSubscription } from './webhook-subscription.js';

/** How many deliveries of one subscription may be on their way at the same time; those of a subject share a lane. */
export const LANES = 4;

@Noun({
  tag: 'wd',
  plural: 'webhookDeliveries',
  description:
    'The delivery of one event to the target of a webhook subscription; its id is the `webhook-id` of the requests.',
})
@Index({
  name: 'webhook_delivery_due',
  properties: ['subscription', 'lane', 'nextAttemptAt'],
  where: `"status" = 'PENDING'`,
})
@Index({
  name: 'webhook_delivery_waiting',
  properties: ['subscription', 'subjectId', 'position'],
  where: `"status" = 'PENDING'`,
})
@Index({ name: 'webhook_delivery_event', properties: ['subscription', 'eventId'] })
export class WebhookDelivery extends Node {
  @One(() => WebhookSubscription, {
    description: 'The subscription.',
    inverse: 'deliveries',
    inverseDescription: 'The log of its deliveries, kept for 30 days after they are done.',
  })
  subscription!: WebhookSubscription;

  @Any({
    description: 'The entry of the history that is delivered; null for a test, or when it is no longer kept.',
    typeColumn: 'event_noun',
    idColumn: 'event_id',
  })
  event!: Node | null;

  @Any({
    description: 'The object that the event is about; null when it is hidden or gone.',
    typeColumn: 'subject_type',
    idColumn: 'subject_id',
  })
  subject!: Node | null;

  @Text({ description: 'Type of the event, such as `order.status.changed`.', max: 100, access: 'slow' })
  eventType!: string;

  @Bool({ description: 'Whether it is a test that `webhookTest` asked for.', access: 'slow' })
  test!: boolean;

  @EnumOf(() => DeliveryStatus, { description: 'State.', access: 'btree' })
  status!: DeliveryStatus;

  @Int({ description: 'Attempts made so far.', access: 'slow' })
  attemptCount!: number;

  @Instant({
    description: 'Earliest moment of the next attempt; null when there is none.',
    nullable: true,
    access: 'slow',
  })
  nextAttemptAt!: Date | null;

  @Instant({ description: 'After this moment a failed attempt is the last one.', access: 'slow' })
  retryUntil!: Date;

  @Instant({ description: 'When the target accepted it.', nullable: true, access: 'slow' })
  deliveredAt!: Date | null;

  @Int({ description: 'HTTP status of the last answer; null when there was none.', nullable: true, access: 'slow' })
  responseCode!: number | null;

  @JsonValue({
    description: 'The CloudEvent that is sent, the same at each attempt; null before the first one.',
    nullable: true,
  })
  body!: Record<string, unknown> | null;

  /** Name of the entry's noun. */
  @Property({ type: 'string', columnType: 'varchar(60)', nullable: true, hidden: true })
  eventNoun!: string | null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  eventId!: string | null;

  /** Name of the subject's noun. */
  @Property({ type: 'string', columnType: 'varchar(60)', hidden: true })
  subjectType!: string;

  @Property({ type: 'uuid', columnType: 'uuid', hidden: true })
  subjectId!: string;

  /** Place of the event in the order of events; 0 for a test. */
  @Property({ type: 'bigint', hidden: true })
  position!: bigint;

  @Property({ type: 'smallint', hidden: true })
  lane!: number;
}

/** The lane in which all events of a subject are delivered, one after another. */
export function laneOf(subjectId: string): number {
  return parseInt(subjectId.slice(-4), 16) % LANES;
}
