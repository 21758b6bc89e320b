import type { Transaction } from '../../kernel/database/transaction.js';
import { Index } from '@mikro-orm/decorators/legacy';
import {
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
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { CollaborationOrder } from './collaboration-order.js';

export enum CollaborationDispatchStatus {
  SENT = 'SENT',
  REPLIED = 'REPLIED',
  REPLACED = 'REPLACED',
  CANCELLED = 'CANCELLED',
}

describeEnum(CollaborationDispatchStatus, 'CollaborationDispatchStatus', 'State of a dispatch to one unit (OPS-45).', {
  SENT: 'The unit has it.',
  REPLIED: 'The unit has replied.',
  REPLACED: 'Sent anew after a change, before the unit had replied.',
  CANCELLED: 'The order was cancelled or closed before the unit had replied.',
});

export enum CollaborationOpinion {
  AGREE = 'AGREE',
  DISAGREE = 'DISAGREE',
}

describeEnum(
  CollaborationOpinion,
  'CollaborationOpinion',
  'What a unit thinks of what it was asked (OPS-52, OPS-53).',
  {
    AGREE: 'It agrees.',
    DISAGREE: 'It does not; the reply says why.',
  },
);

@UniqueTogether(['order', 'organization'], `status = 'SENT'`)
@Noun({ tag: 'je', description: 'A collaboration order as it was sent to one unit, kept for good (OPS-39, OPS-45).' })
@Index({ name: 'collaboration_dispatch_due', properties: ['dueAt'], where: `"status" = 'SENT' and not "overdue"` })
export class CollaborationDispatch extends Node {
  @One(() => CollaborationOrder, {
    description: 'The order.',
    inverse: 'dispatches',
    inverseDescription: 'To whom it was sent, and what they replied; of those that the caller may see.',
  })
  order!: CollaborationOrder;

  @One(() => InternalOrganization, {
    description: 'Unit that is asked.',
    inverse: 'collaborationDispatches',
    inverseDescription: 'What the unit was asked to do for others.',
  })
  organization!: InternalOrganization;

  @Int({ description: 'In which round it was sent, from 1 (OPS-46).', access: 'slow' })
  round!: number;

  @Text({ description: 'What was asked, as it was sent.', max: 4000 })
  detail!: string;

  @EnumOf(() => CollaborationDispatchStatus, { description: 'State.', access: 'btree' })
  status!: CollaborationDispatchStatus;

  @Instant({ description: 'When it was sent.', access: 'slow' })
  sentAt!: Date;

  @Instant({ description: 'By when the reply is wanted; null without a limit.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @Bool({ description: 'True once no reply had come in time (OPS-48).', access: 'slow' })
  overdue: boolean = false;

  @Int({ description: 'How often the unit was urged (OPS-48).', access: 'slow' })
  urges: number = 0;

  @Instant({ description: 'When it was urged last; null before.', nullable: true, access: 'slow' })
  urgedAt?: Date | null;

  @Instant({
    description: 'When the unit took it on; null before (OPS-44). Who names somebody for it takes it on too.',
    nullable: true,
    access: 'slow',
  })
  acceptedAt?: Date | null;

  @Text({ description: 'Who took it on; null before.', nullable: true, max: 100, access: 'slow' })
  acceptedBy?: string | null;

  @One(() => Employee, {
    description: 'Who does it for the unit; null while nobody was named (OPS-44).',
    nullable: true,
    inverse: 'collaborationDispatches',
    inverseDescription: 'What the employee does for other units.',
  })
  assignee?: Employee | null;

  @Text({ description: 'The reply; null before (OPS-40).', nullable: true, max: 4000 })
  reply?: string | null;

  @EnumOf(() => CollaborationOpinion, {
    description: 'Whether the unit agrees; null before the reply, and where no opinion was given.',
    nullable: true,
  })
  opinion?: CollaborationOpinion | null;

  @Text({ description: 'Who replied; null before.', nullable: true, max: 100, access: 'slow' })
  repliedBy?: string | null;

  @Instant({
    description: 'When it was replied to, replaced or cancelled; null before.',
    nullable: true,
    access: 'slow',
  })
  endedAt?: Date | null;

  @Instant({ description: 'The limit that the unit asks for; null when it asks for none (OPS-49).', nullable: true })
  wantedDueAt?: Date | null;

  @Text({ description: 'Why it asks for that; null when it does not.', nullable: true, max: 500 })
  extensionReason?: string | null;
}

/** An order as it is sent to a unit, in its present wording and round. @param assignee who has it there already, when it is sent anew */
export function newDispatch(
  { at }: Pick<Transaction, 'at'>,
  order: CollaborationOrder,
  organization: InternalOrganization,
  assignee: Employee | null = null,
): CollaborationDispatch {
  return Object.assign(new CollaborationDispatch(), {
    ...{ order, organization, round: order.rounds, detail: order.detail, dueAt: order.dueAt ?? null },
    ...{
      status: CollaborationDispatchStatus.SENT,
      sentAt: at,
      assignee,
      acceptedAt: null,
      acceptedBy: null,
      reply: null,
      opinion: null,
      repliedBy: null,
    },
    ...{ endedAt: null, urgedAt: null, wantedDueAt: null, extensionReason: null },
  });
}
