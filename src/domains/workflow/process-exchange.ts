import { Index } from '@mikro-orm/decorators/legacy';
import { EnumOf, Instant, Int, JsonValue, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ExchangeDirection, ExchangeKind, ExchangeStatus } from './exchange.enums.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';

@Noun({
  tag: 'we',
  description: 'A message of a process to or from an outside system (WFL-51..54, WFL-66).',
})
@Index({ name: 'process_exchange_system', properties: ['system', 'sentAt', 'id'] })
export class ProcessExchange extends Node {
  @Text({ description: 'Name of the outside system.', max: 100, access: 'slow', grouped: true })
  system!: string;

  @EnumOf(() => ExchangeDirection, { description: 'Who sent it.' })
  direction!: ExchangeDirection;

  @EnumOf(() => ExchangeKind, { description: 'What it says.' })
  kind!: ExchangeKind;

  @Text({ description: 'Names the task that it is about, for both sides.', max: 100, access: 'btree' })
  messageId!: string;

  @One(() => ProcessInstance, {
    description: 'The instance.',
    inverse: 'exchanges',
    inverseDescription: 'Messages about it to and from outside systems.',
  })
  instance!: ProcessInstance;

  @One(() => ProcessTask, {
    description: 'The task that the outside system does; null for what it has given to us.',
    nullable: true,
    inverse: 'exchanges',
    inverseDescription: 'Messages about the task.',
  })
  task?: ProcessTask | null;

  @JsonValue({ description: 'What was sent.' })
  payload!: Record<string, unknown>;

  @JsonValue({ description: 'What was answered; null for nothing.', nullable: true })
  answer!: Record<string, unknown> | null;

  @EnumOf(() => ExchangeStatus, { description: 'Whether it arrived.' })
  status!: ExchangeStatus;

  @Int({ description: 'How often it was tried.', access: 'slow' })
  attempts!: number;

  @Text({ description: 'What went wrong the last time; null when nothing did.', nullable: true, max: 2000 })
  error?: string | null;

  @Instant({ description: 'When it was sent first.', access: 'slow' })
  sentAt!: Date;

  @Instant({ description: 'When it arrived; null before.', nullable: true, access: 'slow' })
  arrivedAt?: Date | null;

  @Instant({ description: 'When a person had seen to it; null when none has.', nullable: true, access: 'slow' })
  settledAt?: Date | null;

  @Text({ description: 'Who had; null when nobody has.', nullable: true, max: 100, access: 'slow' })
  settledBy?: string | null;

  @Text({
    description: 'What they have done about it, in their words; null when nobody has.',
    nullable: true,
    max: 2000,
  })
  settlement?: string | null;
}
