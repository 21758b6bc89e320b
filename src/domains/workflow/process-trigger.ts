import { Property } from '@mikro-orm/decorators/legacy';
import { Bool, describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';

export enum ProcessTriggerKind {
  EVENT = 'EVENT',
  COUNT = 'COUNT',
  TIME = 'TIME',
}
describeEnum(ProcessTriggerKind, 'ProcessTriggerKind', 'What makes a trigger start a process (WFL-34).', {
  EVENT: 'Each event of a type for which its condition holds.',
  COUNT: 'So many of them about the same object, or the same customer, within a span of time.',
  TIME: 'A moment, once or again and again.',
});

export enum ProcessTriggerScope {
  SUBJECT = 'SUBJECT',
  CUSTOMER = 'CUSTOMER',
}
describeEnum(ProcessTriggerScope, 'ProcessTriggerScope', 'What the events that are counted have in common (WFL-34).', {
  SUBJECT: 'The object that they happened to.',
  CUSTOMER: 'The customer in whose history they stand; others do not count.',
});

@Noun({
  tag: 'xr',
  description:
    'Starts processes by itself: on an event, when events reach a number within a span of time, or at a moment (触发, WFL-34).',
})
export class ProcessTrigger extends Node {
  @Text({ description: 'Code, such as `THREE_COMPLAINTS`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.' })
  name!: string;

  @One(() => ProcessTemplate, {
    description: 'What it starts: the published version of this template.',
    inverse: 'triggers',
    inverseDescription: 'What starts its instances by itself (WFL-34).',
  })
  template!: ProcessTemplate;

  @EnumOf(() => ProcessTriggerKind, { description: 'What makes it start a process.' })
  kind!: ProcessTriggerKind;

  @Text({
    description: 'Type of the events, such as `complaint.status.changed`; null for TIME.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  eventType?: string | null;

  @Text({
    description:
      'Condition in FEEL on an event, over `data`, `from`, `to`, `action` and `actorKind`; null when every one counts.',
    nullable: true,
    max: 2000,
  })
  condition?: string | null;

  @Text({
    description:
      'Values with which the process starts: FEEL that gives a context, over the same and `count`; null for none. Of an event that tells of bills, payments, balances or consumption of a customer, `data` is null here, though not in the condition: the values are read by all who see the process (CUS-03).',
    nullable: true,
    max: 2000,
  })
  values?: string | null;

  @Int({ description: 'Of COUNT how many events, at least 2; null for others.', nullable: true })
  count?: number | null;

  @Int({ description: 'Of COUNT within how many minutes; null for others.', nullable: true })
  windowMinutes?: number | null;

  @EnumOf(() => ProcessTriggerScope, {
    description: 'Of COUNT what its events have in common; null for others.',
    nullable: true,
  })
  scope?: ProcessTriggerScope | null;

  @Instant({ description: 'Of TIME when it starts the next process; null when never.', nullable: true, access: 'slow' })
  nextAt?: Date | null;

  @Int({
    description: 'Of TIME how many minutes lie between two; null for once only, or by its schedule.',
    nullable: true,
  })
  everyMinutes?: number | null;

  @Text({
    description:
      'Of TIME when it comes again and again: five fields of cron, such as `30 8 * * MON-FRI`, by the clock of the operator, or a cycle of ISO 8601, such as `R/2026-01-31T09:00:00+08:00/P1M`; null for others.',
    nullable: true,
    access: 'slow',
  })
  schedule?: string | null;

  @Instant({
    description: 'The first time of a schedule that does not say it itself; null for others.',
    nullable: true,
    access: 'slow',
  })
  scheduleFrom?: Date | null;

  @One(() => Region, {
    description: 'Only events of this region and those inside it, and the region of what TIME starts; null for all.',
    nullable: true,
    inverse: 'processTriggers',
    inverseDescription: 'What starts processes in the region by itself.',
  })
  region?: Region | null;

  @Bool({
    description: 'Whether it starts anything. What happens while it does not is never made up for.',
    access: 'slow',
  })
  active!: boolean;

  @Text({ description: 'Who saved it last.', max: 100, access: 'slow' })
  savedBy!: string;

  /** Events up to this position have been looked at. */
  @Property({ type: 'bigint', hidden: true })
  position!: bigint;

  /** Events up to this position are none of its business: they happened before it was there, or while it was off. */
  @Property({ type: 'bigint', hidden: true })
  since!: bigint;
}
