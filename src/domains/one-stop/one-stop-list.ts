import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, EnumInput, IdInput, Input, BoolInput, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { InternalOrganization, OwnerLevel } from '../party/index.js';
import { ProcessTask, ProcessTaskStatus } from '../workflow/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopEntryKind, OneStopScope, OneStopStage } from './one-stop.enums.js';

@Input('Which tasks of one-stop business; what is absent does not matter (WFL-74).')
export class OneStopListFilter {
  @IdInput(() => OneStopCase, { description: 'Only of this case.', optional: true })
  caseId?: string | null;

  @IdInput(() => Customer, { description: 'Only of this customer.', optional: true })
  customerId?: string | null;

  @TextInput({ description: 'Only of cases carried out by the order with this number.', max: 30, optional: true })
  orderNo?: string | null;

  @TextInput({ description: 'Only of this project.', max: 100, optional: true })
  project?: string | null;

  @EnumInput(() => OneStopScope, { description: 'Only of business over these borders.', optional: true })
  scope?: OneStopScope | null;

  @EnumInput(() => OneStopStage, { description: 'Only what belongs to this stage.', optional: true })
  stage?: OneStopStage | null;

  @EnumInput(() => OwnerLevel, { description: 'Only what this level of the operator has.', optional: true })
  level?: OwnerLevel | null;

  @IdInput(() => InternalOrganization, {
    description: 'Only what this unit, or one below it, has; leaves out what outside systems do.',
    optional: true,
  })
  organizationId?: string | null;

  @EnumInput(() => ProcessTaskStatus, { description: 'Only tasks in this state.', optional: true })
  state?: ProcessTaskStatus | null;

  @BoolInput({ description: 'True for those whose limit has passed, false for the others.', optional: true })
  overdue?: boolean | null;
}

@ObjectType({ description: 'A task of one-stop business, whichever level has it (WFL-74).' })
export class OneStopEntry {
  @Field(() => ID, { description: 'Id of what it is: of the task between units, or of the task in the process.' })
  id!: string;

  @Field(() => OneStopEntryKind, { description: 'Where it comes from.' })
  kind!: OneStopEntryKind;

  @Field(() => OneStopCase, { nullable: true, description: 'The case; null when it is gone meanwhile.' })
  oneStopCase!: OneStopCase | null;

  @Field(() => OneStopTask, { nullable: true, description: 'The task between units; null for one of the order.' })
  coordination!: OneStopTask | null;

  @Field(() => ProcessTask, {
    nullable: true,
    description: 'The task in the process; null for callers who may not see it, as of another region.',
  })
  task!: ProcessTask | null;

  @Field(() => OneStopStage, {
    description:
      'What it belongs to: what provisioning does of an order to DELIVERY, else what is done about it to PRODUCTION.',
  })
  stage!: OneStopStage;

  @Field(() => OwnerLevel, { description: 'Level of the operator that has it; for an order that of its region.' })
  level!: OwnerLevel;

  @Field(() => String, { description: 'What is to be done.' })
  name!: string;

  @Field(() => ProcessTaskStatus, { description: 'State of the task in the process.' })
  state!: ProcessTaskStatus;

  @Field(() => String, {
    description: 'Code of the unit, position or role that has it, or name of the outside system.',
  })
  operator!: string;

  @Field(() => String, { nullable: true, description: 'Name of the unit that has it; null when no unit has.' })
  organization!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the employee who has taken it; null for nobody.' })
  assignee!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the region in which it is done; null for none.' })
  region!: string | null;

  @Field(() => DateTime, { description: 'When it came.' })
  arrivedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'By when it is to be done; null without a limit.' })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether that moment has passed.' })
  overdue!: boolean;
}

@ObjectType({ description: 'How many tasks of one-stop business belong to a stage (WFL-74).' })
export class OneStopStageCount {
  @Field(() => OneStopStage, { description: 'The stage.' })
  stage!: OneStopStage;

  @Field(() => Int, { description: 'Tasks of it, at least 1.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are late.' })
  overdue!: number;
}

@ObjectType({ description: 'How many tasks of one-stop business a level of the operator has (WFL-74).' })
export class OneStopLevelCount {
  @Field(() => OwnerLevel, { description: 'The level.' })
  level!: OwnerLevel;

  @Field(() => Int, { description: 'Tasks that it has, at least 1.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are late.' })
  overdue!: number;
}

@ObjectType({
  description:
    'The task list that one-stop staff of headquarters, provinces and local networks share: what is open in the cases in which their unit, or one below it, takes part (WFL-74).',
})
export class OneStopList {
  @Field(() => Int, { description: 'Number of tasks.' })
  total!: number;

  @Field(() => Int, { description: 'How many are late.' })
  overdue!: number;

  @Field(() => [OneStopStageCount], { description: 'By stage.' })
  byStage!: OneStopStageCount[];

  @Field(() => [OneStopLevelCount], { description: 'By level.' })
  byLevel!: OneStopLevelCount[];

  @Field(() => [OneStopEntry], { description: 'The first of them by the moment at which they are due.' })
  entries!: OneStopEntry[];
}
