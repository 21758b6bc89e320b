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
import { CollaborationOrder } from './collaboration-order.js';

export enum CollaborationSystemDispatchStatus {
  WAITING = 'WAITING',
  SENT = 'SENT',
  REPLIED = 'REPLIED',
  REPLACED = 'REPLACED',
  CANCELLED = 'CANCELLED',
}

describeEnum(
  CollaborationSystemDispatchStatus,
  'CollaborationSystemDispatchStatus',
  'State of a dispatch to another system (OPS-41, OPS-42).',
  {
    WAITING: 'The system has not taken it yet; it is tried again.',
    SENT: 'The system has it.',
    REPLIED: 'The system has replied.',
    REPLACED: 'Sent anew after a change, before the system had replied.',
    CANCELLED: 'The order was cancelled before the system had replied.',
  },
);

/** States in which a reply is awaited. */
export const OPEN_AT_SYSTEMS = [
  CollaborationSystemDispatchStatus.WAITING,
  CollaborationSystemDispatchStatus.SENT,
] as const;

export enum CollaborationResult {
  DONE = 'DONE',
  REFUSED = 'REFUSED',
}

describeEnum(CollaborationResult, 'CollaborationResult', 'How another system came out of what it was asked (OPS-42).', {
  DONE: 'It has done what was asked.',
  REFUSED: 'It will not, or could not.',
});

@UniqueTogether(['order', 'system'], `status in ('WAITING', 'SENT')`)
@Noun({
  tag: 'ya',
  description:
    'A collaboration order as it was sent to another system, with what that replied; kept for good (OPS-41, OPS-42, OPS-45). The system knows it by its id.',
})
@Index({
  name: 'collaboration_system_dispatch_due',
  properties: ['dueAt'],
  where: `"status" in ('WAITING', 'SENT') and not "overdue"`,
})
export class CollaborationSystemDispatch extends Node {
  @One(() => CollaborationOrder, {
    description: 'The order.',
    inverse: 'systemDispatches',
    inverseDescription: 'To which other systems it was sent, and what they replied (OPS-41, OPS-42).',
  })
  order!: CollaborationOrder;

  @Text({ description: 'Name of the system.', max: 60, access: 'btree', grouped: true })
  system!: string;

  @Int({ description: 'In which round it was sent, from 1 (OPS-46).', access: 'slow' })
  round!: number;

  @Text({ description: 'What was asked, as it was sent.', max: 4000 })
  detail!: string;

  @EnumOf(() => CollaborationSystemDispatchStatus, { description: 'State.', access: 'btree' })
  status!: CollaborationSystemDispatchStatus;

  @Instant({ description: 'When the system took it; null before.', nullable: true, access: 'slow' })
  dispatchedAt?: Date | null;

  @Int({ description: 'How often it was tried to hand it over.', access: 'slow' })
  attempts: number = 0;

  @Text({ description: 'Why the last attempt failed; null when none did.', nullable: true, max: 500 })
  error?: string | null;

  @Text({
    description: 'Reference of the system; null before it took it, or when it has none.',
    nullable: true,
    max: 100,
  })
  externalRef?: string | null;

  @Instant({ description: 'By when the reply is wanted; null without a limit.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @Bool({ description: 'True once no reply had come in time (OPS-48).', access: 'slow' })
  overdue: boolean = false;

  @Text({
    description: 'Who handled it there, in the words of the system; null before.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  handler?: string | null;

  @EnumOf(() => CollaborationResult, { description: 'How it came out; null before the reply.', nullable: true })
  result?: CollaborationResult | null;

  @Text({ description: 'The reply; null before.', nullable: true, max: 4000 })
  reply?: string | null;

  @Instant({
    description: 'When it was replied to, by the clock of the system; null before.',
    nullable: true,
    access: 'slow',
  })
  repliedAt?: Date | null;

  @Instant({
    description: 'When the reply came, or it was replaced or cancelled; null before.',
    nullable: true,
    access: 'slow',
  })
  endedAt?: Date | null;
}
