import { Property } from '@mikro-orm/decorators/legacy';
import { ActorKind, sqlCursor } from '../../kernel/events/index.js';
import { Computed, EnumOf, Instant, Int, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { WebhookStatus } from './webhook.enums.js';

@Noun({
  tag: 'wh',
  description:
    'A subscription of an outside system to events of the history (TMF hub): each matching event is sent to its target as a signed request (Standard Webhooks, CloudEvents), at least once, and in order for each subject.',
})
export class WebhookSubscription extends Node {
  @Text({ description: 'Name, for people.', access: 'search' })
  name!: string;

  @Text({ description: 'Target: the address that events are sent to by POST.', max: 2000 })
  url!: string;

  @TextList({
    description: 'Event types that are sent: CloudEvents types, `*` stands for any text, such as `order.*`.',
  })
  types!: string[];

  @TextList({ description: 'Types of subjects that are sent, such as `Order`; empty for all.' })
  subjectTypes!: string[];

  @One(() => Customer, { description: 'Only events of this customer; null for all.', nullable: true })
  customer?: Customer | null;

  @One(() => Region, { description: 'Only events of this region and those inside it; null for all.', nullable: true })
  region?: Region | null;

  @Text({
    description:
      'What is sent of each event: a GraphQL fragment on HistoryEntry, read with the rights of the owner; null for the usual fields.',
    nullable: true,
    max: 10_000,
  })
  selection?: string | null;

  @EnumOf(() => WebhookStatus, { description: 'State.', access: 'btree' })
  status!: WebhookStatus;

  @EnumOf(() => ActorKind, { description: 'Kind of the caller that owns it, whose rights it has.' })
  ownerKind!: ActorKind;

  @Text({ description: 'Stable name of the caller that made it.', access: 'slow' })
  ownerSubject!: string;

  /** Key of the partner that owns it. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  partnerId!: string | null;

  @Int({ description: 'Attempts in a row that did not reach the target.', access: 'slow' })
  failures!: number;

  @Instant({
    description: 'After attempts that did not reach the target: nothing is sent before this moment.',
    nullable: true,
  })
  heldUntil!: Date | null;

  @Instant({
    description: 'After a change of the secret: until when requests are signed with the one before, too.',
    nullable: true,
  })
  previousSecretUntil!: Date | null;

  @Computed('text', sqlCursor, { description: 'Events up to this cursor have been taken into deliveries.' })
  cursor!: string;

  /** Position of the last event that was taken. */
  @Property({ type: 'bigint', hidden: true })
  position!: bigint;

  /** Key of the signatures: base64, without its prefix. */
  @Property({ type: 'string', columnType: 'varchar(100)', hidden: true })
  secret!: string;

  @Property({ type: 'string', columnType: 'varchar(100)', nullable: true, hidden: true })
  previousSecret!: string | null;
}
