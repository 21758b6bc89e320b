import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Any, Bool, EnumOf, Instant, Int, JsonValue, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { ProcessAlarmLevel, ProcessOperatorKind } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';
import { ProcessTaskStatus } from './workflow.enums.js';

const OPEN = `"status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED')`;

@Noun({
  tag: 'wj',
  description:
    'A piece of work in the work list of a position, role, unit or person, or handed to an outside system (任务, WFL-40, TMF697 WorkOrder).',
})
@Index({ name: 'process_task_pool', properties: ['operatorKind', 'operatorCode', 'region'], where: OPEN })
// Holds all that a work list counts and that the policy asks, so that tasks of other regions are passed over without a look at them.
@Index({
  name: 'process_task_waiting_list',
  properties: ['operatorKind', 'operatorCode', 'dueAt', 'id'],
  include: ['region', 'assignee', 'heldAt', 'instance', 'escalatedKind', 'escalatedCode'],
  where: `${OPEN} and "assignee_id" is null`,
})
@Index({ name: 'process_task_held', properties: ['assignee', 'dueAt', 'id'], where: OPEN })
@Index({
  name: 'process_task_escalated',
  properties: ['escalatedKind', 'escalatedCode', 'dueAt', 'id'],
  where: `${OPEN} and "escalated_kind" is not null`,
})
// By which the policy finds what is for somebody by name, open or not; what positions do, most of it, is not in it.
@Index({
  name: 'process_task_named',
  properties: ['operatorCode', 'operatorKind'],
  where: `"operator_kind" in ('EMPLOYEE', 'ORGANIZATION')`,
})
@Index({
  name: 'process_task_escalated_to',
  properties: ['escalatedCode', 'escalatedKind'],
  where: `"escalated_kind" is not null`,
})
@Index({ name: 'process_task_arrived', properties: ['arrivedAt'] })
@Index({ name: 'process_task_due', properties: ['dueAt'], where: `${OPEN} and "due_at" is not null` })
export class ProcessTask extends Node {
  @Text({
    description: 'Number for people: that of the instance and of the visit, such as `PI-00000012-3`.',
    max: 60,
    access: 'unique',
  })
  taskNo!: string;

  @One(() => ProcessInstance, {
    description: 'The instance; null for callers who may not see it.',
    hideable: true,
    inverse: 'tasks',
    inverseDescription: 'Tasks of the instance.',
  })
  instance!: ProcessInstance;

  @One(() => ProcessToken, {
    description: 'The visit to the step; null for callers who may not see the instance.',
    hideable: true,
    inverse: 'tasks',
    inverseDescription: 'The task that the visit has made, if it needs somebody to do something.',
  })
  token!: ProcessToken;

  @Text({ description: 'Code of the step.', max: 60, access: 'slow', grouped: true })
  step!: string;

  @Text({ description: 'What is to be done.' })
  name!: string;

  @EnumOf(() => ProcessTaskStatus, { description: 'State (WFL-41).', access: 'btree' })
  status!: ProcessTaskStatus;

  @EnumOf(() => ProcessOperatorKind, { description: 'What may do it; null for an outside system.', nullable: true })
  operatorKind?: ProcessOperatorKind | null;

  @Text({
    description: 'Code of the position, role or unit, or staff number, that may do it; of an outside system its name.',
    max: 100,
    access: 'slow',
    grouped: true,
  })
  operatorCode!: string;

  @One(() => Employee, {
    description: 'Who has it; null while it waits for somebody.',
    nullable: true,
    inverse: 'processTasks',
    inverseDescription: 'Tasks that the employee has or had.',
  })
  assignee?: Employee | null;

  @One(() => Employee, {
    description: 'Who has given it to the assignee to do in their place; it goes back to them. Null for nobody.',
    nullable: true,
    inverse: 'delegatedProcessTasks',
    inverseDescription: 'Tasks that others do in place of the employee.',
  })
  delegator?: Employee | null;

  @One(() => Region, {
    description: 'Region whose staff see it, besides those to whom it was given by name.',
    nullable: true,
    inverse: 'processTasks',
    inverseDescription: 'Tasks of the region.',
  })
  region?: Region | null;

  @Text({
    description:
      'Type of what is worked on, such as `ServiceOrder`; null when the work is on the object of the instance as a whole.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  aboutType?: string | null;

  @Text({
    description: 'Opaque id of what is worked on; null like its type.',
    nullable: true,
    max: 60,
    access: 'btree',
  })
  aboutId?: string | null;

  @Any({
    description:
      'What is worked on, where a step consists of several pieces of work, such as a service order of an order; null when it is the object of the instance, or the caller may not see it.',
    typeColumn: 'about_type',
    idColumn: 'about_key',
  })
  about!: Node | null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  aboutKey?: string | null;

  @Bool({
    description:
      'True when it undoes what was done at the step, which is rolled back; its inputs hold what was given then (WFL-43).',
    access: 'slow',
  })
  compensates: boolean = false;

  @JsonValue({ description: 'Values that the step gets, by name (WFL-12).' })
  inputs!: Record<string, unknown>;

  @Instant({ description: 'When it came into the work list.', access: 'slow' })
  arrivedAt!: Date;

  @Instant({ description: 'When somebody took it; null before.', nullable: true, access: 'slow' })
  acceptedAt?: Date | null;

  @Instant({ description: 'When it was done, sent back or taken away; null before.', nullable: true, access: 'slow' })
  finishedAt?: Date | null;

  @Instant({
    description: 'By when it should be done; null without a limit (WFL-17, WFL-58).',
    nullable: true,
    access: 'slow',
  })
  dueAt?: Date | null;

  @Instant({
    description:
      'Since when what is worked on is held, so that the limit stands still; null when it is not. A held instance holds all its tasks, and says so itself (WFL-45, WFL-73).',
    nullable: true,
    access: 'slow',
  })
  heldAt?: Date | null;

  @Bool({ description: 'True once it was not done in time.', access: 'slow' })
  overdue: boolean = false;

  @EnumOf(() => ProcessAlarmLevel, {
    description: 'The worst of the alarms that were raised about it; null when there was none (WFL-57).',
    nullable: true,
  })
  alarmLevel?: ProcessAlarmLevel | null;

  @EnumOf(() => ProcessOperatorKind, {
    description: 'What it was escalated to and may do it too, whoever has it; null when it was not (WFL-19).',
    nullable: true,
  })
  escalatedKind?: ProcessOperatorKind | null;

  @Text({ description: 'Code of what it was escalated to; null when it was not.', nullable: true, max: 60 })
  escalatedCode?: string | null;

  @Int({
    description:
      'Which time it is handed to its outside system, from 1: one more after each answer that it was not done, and the message has a name of its own (WFL-47, WFL-51). Of what people do always 1.',
    access: 'slow',
  })
  attempt: number = 1;

  @Text({ description: 'Progress, in the words of whoever has it.', nullable: true, max: 2000 })
  progress?: string | null;

  @Text({ description: 'Why it was sent back, taken away, or failed.', nullable: true, max: 2000 })
  returnReason?: string | null;

  @JsonValue({ description: 'What came out of it; null before.', nullable: true })
  result!: Record<string, unknown> | null;
}
