import { Property } from '@mikro-orm/decorators/legacy';
import {
  Any,
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProcessAlarmLevel } from '../process/index.js';

export enum CollaborationKind {
  COLLABORATION = 'COLLABORATION',
  SUPERVISION = 'SUPERVISION',
}

describeEnum(CollaborationKind, 'CollaborationKind', 'What a unit asks of others (OPS-37, OPS-54).', {
  COLLABORATION: 'Help in a piece of work (协作单).',
  SUPERVISION: 'A directive of a managing unit, with a limit, which must be answered (督办单).',
});

export enum CollaborationOrderStatus {
  CREATED = 'CREATED',
  DISPATCHED = 'DISPATCHED',
  RE_DISPATCHED = 'RE_DISPATCHED',
  RETURNED = 'RETURNED',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}

describeEnum(CollaborationOrderStatus, 'CollaborationOrderStatus', 'State of a collaboration order (OPS-37..47).', {
  CREATED: 'Written, and sent to nobody yet.',
  DISPATCHED: 'Sent; replies are awaited.',
  RE_DISPATCHED: 'Sent again after it was changed; replies are awaited.',
  RETURNED: 'Every unit has replied; the one that asked closes it, or asks again.',
  CLOSED: 'The unit that asked is content, or needs no further replies.',
  CANCELLED: 'Given up, with a reason; what was sent stays on record.',
});

@UniqueTogether(['system', 'systemMessageId'])
@Noun({
  tag: 'jc',
  description: 'What one unit asks other units to do, with their replies (协作单, 督办单, OPS-37..49, OPS-54).',
})
export class CollaborationOrder extends Node {
  @Text({ description: 'Number for people, such as `CO-00000012`.', max: 40, access: 'unique' })
  orderNo!: string;

  @EnumOf(() => CollaborationKind, { description: 'Help that is asked for, or a directive.' })
  kind!: CollaborationKind;

  @Text({ description: 'The event that calls for it, such as a consultation or a check of data.', access: 'search' })
  event!: string;

  @Text({ description: 'What is asked, in full; the last wording when it was changed.', max: 4000 })
  detail!: string;

  @One(() => InternalOrganization, {
    description:
      'Unit that asks; for an order of another system the unit that it asked first, which may ask others (OPS-43).',
    inverse: 'collaborationOrders',
    inverseDescription: 'What the unit has asked of others.',
  })
  requester!: InternalOrganization;

  @Text({ description: 'Who wrote it.', max: 100, access: 'slow' })
  requestedBy!: string;

  @Any({
    description: 'The work that it is about (OPS-38); null when there is none or the caller may not see it.',
    typeColumn: 'object_type',
    idColumn: 'object_key',
  })
  object!: Node | null;

  @Text({
    description: 'Type of the work that it is about, such as `FaultTicket`; null for none.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  objectType?: string | null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  objectKey?: string | null;

  @EnumOf(() => CollaborationOrderStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: CollaborationOrderStatus;

  @Instant({ description: 'By when replies are wanted; null without a limit.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @EnumOf(() => ProcessAlarmLevel, { description: 'How bad it is when a reply is late (OPS-48).' })
  alarmLevel!: ProcessAlarmLevel;

  @Int({ description: 'How often it was sent; 0 before.', access: 'slow' })
  rounds: number = 0;

  @Bool({
    description: 'Whether a reply that is awaited is late; its dispatch keeps that it came late.',
    access: 'slow',
  })
  overdue: boolean = false;

  @Text({ description: 'Why it was cancelled; null otherwise.', nullable: true, max: 500 })
  cancelReason?: string | null;

  @Text({
    description: 'Why it was closed before every unit had replied, or a word on the replies; null without one.',
    nullable: true,
    max: 500,
  })
  closeReason?: string | null;

  @Bool({
    description:
      'Whether every unit must say in its reply if it agrees, as for the review of a contract (OPS-52, OPS-53).',
    access: 'slow',
  })
  opinionWanted: boolean = false;

  @Text({
    description: 'Other system that asks (OPS-43); null for an order of a unit.',
    nullable: true,
    max: 60,
    access: 'btree',
    grouped: true,
  })
  system?: string | null;

  @Text({ description: 'Message by which that system knows it; null without one.', nullable: true, max: 100 })
  systemMessageId?: string | null;

  @Text({ description: 'Who asks there, in the words of that system; null without one.', nullable: true })
  systemRequester?: string | null;

  @Instant({ description: 'When that system sent it; null without one.', nullable: true, access: 'slow' })
  systemSentAt?: Date | null;

  @Instant({ description: 'When that system was told what became of it; null before.', nullable: true, access: 'slow' })
  systemAnsweredAt?: Date | null;
}
