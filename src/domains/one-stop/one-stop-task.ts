import { EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { InternalOrganization, OwnerLevel } from '../party/index.js';
import { ProcessInstance } from '../workflow/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopStage, OneStopTaskStatus } from './one-stop.enums.js';

@Noun({
  tag: 'ob',
  description:
    'What one unit is to do in a one-stop case; it may hand it over to a unit of another level. It stands in the work list of the unit, by a process of its own (WFL-74).',
})
export class OneStopTask extends Node {
  @Text({
    description: 'Number for people: that of the case with a running number behind it.',
    max: 50,
    access: 'unique',
  })
  taskNo!: string;

  @One(() => OneStopCase, {
    description: 'The case.',
    inverse: 'tasks',
    inverseDescription: 'What units are to do in it (WFL-74).',
  })
  oneStopCase!: OneStopCase;

  @EnumOf(() => OneStopStage, { description: 'What it belongs to.' })
  stage!: OneStopStage;

  @Text({ description: 'What is to be done.', access: 'search' })
  name!: string;

  @Text({ description: 'What is to be done, in full; null when the name says it.', nullable: true, max: 2000 })
  detail?: string | null;

  @EnumOf(() => OneStopTaskStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: OneStopTaskStatus;

  @One(() => InternalOrganization, {
    description: 'Unit that has it.',
    inverse: 'oneStopTasks',
    inverseDescription: 'Tasks in one-stop cases that the unit has or had last (WFL-74).',
  })
  organization!: InternalOrganization;

  @EnumOf(() => OwnerLevel, { description: 'Level of the operator that has it.' })
  level!: OwnerLevel;

  @Int({ description: 'How often it was handed over.', access: 'slow' })
  handOvers: number = 0;

  @Instant({ description: 'By when it is to be done; null without a limit.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @Text({ description: 'Who gave it.', max: 100, access: 'slow' })
  givenBy!: string;

  @Instant({ description: 'When it was given.', access: 'slow' })
  givenAt!: Date;

  @Instant({ description: 'When it was done or given up; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Text({ description: 'What came out of it; null before.', nullable: true, max: 2000 })
  result?: string | null;

  @One(() => ProcessInstance, {
    description:
      'The process by which the unit that has it works on it: each hand-over begins another. Null for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'oneStopTasks',
    inverseDescription: 'The task between units that the process is about (WFL-74).',
  })
  processInstance?: ProcessInstance | null;
}
