import { Index, Property } from '@mikro-orm/decorators/legacy';
import {
  Any,
  Bool,
  EnumOf,
  Instant,
  Int,
  JsonValue,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import type { SetByHand } from '../../kernel/process/index.js';
import { ProcessAlarmLevel, ProcessTemplate, ProcessTemplateVersion, ProcessWorkKind } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessInstanceStatus, ProcessStartMode } from './workflow.enums.js';

@UniqueTogether(['requestSystem', 'requestMessage'], 'request_message is not null')
@Noun({
  tag: 'wn',
  description:
    'A process that runs for one object, on the version of the template with which it began (流程实例, MOD-72, TMF701 ProcessFlow).',
})
@Index({ name: 'process_instance_correlation', properties: ['correlationKey'], where: '"correlation_key" is not null' })
@Index({ name: 'process_instance_started', properties: ['startedAt'] })
export class ProcessInstance extends Node {
  @Text({ description: 'Number for people, such as `PI-00000012`.', max: 40, access: 'unique' })
  instanceNo!: string;

  @One(() => ProcessTemplate, {
    description: 'The template; null while none was found that applies (WFL-35).',
    nullable: true,
    inverse: 'instances',
    inverseDescription: 'Instances of the template.',
  })
  template?: ProcessTemplate | null;

  @One(() => ProcessTemplateVersion, {
    description: 'The version on which it runs; one of its own after its steps were changed (WFL-48).',
    nullable: true,
    inverse: 'instances',
    inverseDescription: 'Instances that run on the version.',
  })
  version?: ProcessTemplateVersion | null;

  @Text({
    description: 'Type of the object that it is about, such as `Order`; null when it is about none.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  objectType?: string | null;

  @Text({ description: 'Opaque id of that object.', nullable: true, max: 60, access: 'btree' })
  objectId?: string | null;

  @Any({
    description: 'That object; null when there is none or the caller may not see it.',
    typeColumn: 'object_type',
    idColumn: 'object_key',
  })
  object!: Node | null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  objectKey?: string | null;

  @Text({ description: 'What it is about, for people.', nullable: true, access: 'search' })
  subject?: string | null;

  @One(() => Region, {
    description:
      'Region whose staff see it: that of the object, else that of the unit of who started it, else the one around all others, for the headquarters (WFL-35, WFL-40).',
    nullable: true,
    inverse: 'processInstances',
    inverseDescription: 'Process instances of the region.',
  })
  region?: Region | null;

  @One(() => Customer, {
    description:
      'Customer whose object it is about, or about whom it is; null for none, and for callers who may not see them.',
    nullable: true,
    hideable: true,
    inverse: 'processInstances',
    inverseDescription: 'Process instances about the customer, or about what belongs to them.',
  })
  customer?: Customer | null;

  @EnumOf(() => ProcessInstanceStatus, { description: 'State.', access: 'btree' })
  status!: ProcessInstanceStatus;

  @EnumOf(() => ProcessWorkKind, { description: 'What kind of work it is (WFL-71).' })
  workKind: ProcessWorkKind = ProcessWorkKind.WORK_ORDER;

  @Bool({ description: 'True for a test of a template: outside systems are told nothing (WFL-27).', access: 'slow' })
  test: boolean = false;

  @Text({
    description: 'Handling grade that chooses the time limits (WFL-16, WFL-72); null for none.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  handlingGrade?: string | null;

  @EnumOf(() => ProcessStartMode, { description: 'What started it (WFL-34).' })
  startMode!: ProcessStartMode;

  @Text({ description: 'Who started it.', max: 100, access: 'slow' })
  startedBy!: string;

  @Instant({
    description: 'When it is to begin; null when a dispatcher lets it (WFL-21).',
    nullable: true,
    access: 'slow',
  })
  startsAt?: Date | null;

  @Instant({ description: 'When it began; null before.', nullable: true, access: 'slow' })
  startedAt?: Date | null;

  @Instant({ description: 'By when it should end; null without a limit (WFL-16).', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @Bool({ description: 'True once it did not end in time (WFL-57).', access: 'slow' })
  overdue: boolean = false;

  @EnumOf(() => ProcessAlarmLevel, {
    description: 'The worst of its open alarms; null when there is none (WFL-57).',
    nullable: true,
  })
  alarmLevel?: ProcessAlarmLevel | null;

  @Instant({ description: 'When it ended; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Instant({ description: 'Since when it is held; null when it is not (WFL-45).', nullable: true, access: 'slow' })
  suspendedAt?: Date | null;

  @Instant({
    description:
      'Since when a piece of its work is held, such as a service order of an order or a sub-process, so that its own limit stands still; null when none is (WFL-04, WFL-45, WFL-73).',
    nullable: true,
    access: 'slow',
  })
  workHeldAt?: Date | null;

  @Int({
    description:
      'Seconds for which it, or a piece of its work, was held and let go on again, in all: what a duration without waits leaves out (WFL-45, WFL-69).',
    access: 'slow',
  })
  heldSeconds: number = 0;

  @One(() => ProcessInstance, {
    description: 'The instance of which it is a step; null when it is none (WFL-04).',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Instances that steps of it have started.',
  })
  parent?: ProcessInstance | null;

  /** The visit to the step that started it and waits for its end. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  parentToken?: string | null;

  /** The visit to the step that started it, also one that does not wait for its end: it is undone with that. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  parentVisit?: string | null;

  @Instant({
    description:
      'When the step that had started it was rolled back: since then all that was done in it is being undone, and then it is `TERMINATED`. Null when it was not (WFL-04, WFL-43).',
    nullable: true,
    access: 'slow',
  })
  rolledBackAt?: Date | null;

  /** Whether its turn has come to be undone: what was done after it around it has been. */
  @Property({ type: 'boolean', columnType: 'boolean', hidden: true })
  undoes: boolean = false;

  @One(() => ProcessInstance, {
    description: 'The instance after a step of which it goes on; null when it does so after none (WFL-38).',
    nullable: true,
    inverse: 'next',
    inverseDescription: 'Instances that go on after a step of it.',
  })
  previous?: ProcessInstance | null;

  @One(() => ProcessInstance, {
    description:
      'The instance after whose end it begins, or has begun: as a person said at its start, or as its template says; null for none (WFL-22, WFL-49).',
    nullable: true,
    inverse: 'successors',
    inverseDescription: 'Instances that begin, or have begun, after the end of it.',
  })
  startsAfter?: ProcessInstance | null;

  /** Whether an instance waits for the end of this one to begin. */
  @Property({ type: 'boolean', columnType: 'boolean', hidden: true })
  awaited: boolean = false;

  @Text({
    description: 'Outside system that gave it to us to do; null when none did (WFL-53).',
    nullable: true,
    max: 100,
    access: 'slow',
    grouped: true,
  })
  requestSystem?: string | null;

  @Text({ description: 'Message with which it was given; its result is told under it.', nullable: true, max: 100 })
  requestMessage?: string | null;

  @Text({
    description: 'Instances with the same key wait for each other and are shown together (WFL-49, WFL-61).',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  correlationKey?: string | null;

  @JsonValue({ description: 'Values of its variables by name (WFL-12).' })
  variables!: Record<string, unknown>;

  @Text({
    description:
      'Code of what keeps it from going on; null when nothing does (WFL-46). `TOO_MANY_VISITS`: it has entered and left steps 10000 times; `RULE_TOO_COSTLY`: a guard or a formula takes more than 100000 rounds for its values.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  exceptionCode?: string | null;

  @Text({ description: 'What happened, for people.', nullable: true, max: 2000 })
  exceptionMessage?: string | null;

  @Int({ description: 'How many of its tasks were sent back (WFL-63).', access: 'slow' })
  rejections: number = 0;

  @Int({ description: 'How often it went back to an earlier step (WFL-63).', access: 'slow' })
  rollBacks: number = 0;

  @Int({ description: 'How often it could not go on by itself (WFL-63).', access: 'slow' })
  exceptionCount: number = 0;

  /** Variables with which it began: roll-back works out the others anew. */
  @Property({ type: 'json', columnType: 'jsonb', hidden: true })
  startVariables!: Record<string, unknown>;

  /** Variables that people have set since, with when that was among the visits: a roll-back leaves them. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true, hidden: true })
  setByHand?: SetByHand[] | null;

  /** True when another tells at its end what this one had to tell. */
  @Property({ type: 'boolean', columnType: 'boolean', hidden: true })
  handedOver: boolean = false;

  /** The last number given to a visit. */
  @Property({ type: 'integer', columnType: 'int', hidden: true })
  seq: number = 0;

  /** First branch of each split that passed a join of any. */
  @Property({ type: 'json', columnType: 'jsonb', hidden: true })
  passed: Record<string, number> = {};

  /** Where it goes on when a roll-back is done. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true, hidden: true })
  again?: unknown;
}
