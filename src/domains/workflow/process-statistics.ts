import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { ProcessOperatorKind } from '../process/index.js';
import { Region } from '../region/index.js';

@Input(
  'Of which processes, and of which time: steps count by when they were come to, processes by when they began, tasks by when they came (WFL-62..64). Tests of templates never count (WFL-27).',
)
export class ProcessStatisticsFilter {
  @InstantInput({
    description: 'First moment, which belongs to the period; without it from the beginning.',
    optional: true,
  })
  from?: string | null;

  @InstantInput({
    description:
      'First moment after the period, which does not belong to it; without it until now. BAD_USER_INPUT when it is not after the first.',
    optional: true,
  })
  to?: string | null;

  @TextInput({ description: 'Only processes about objects of this type, such as `Order`.', max: 60, optional: true })
  objectType?: string | null;

  @TextInput({ description: 'Only processes of the template with this code.', max: 60, optional: true })
  template?: string | null;

  @TextInput({ description: 'Only this step; says nothing about whole processes.', max: 60, optional: true })
  step?: string | null;

  @IdInput(() => Region, { description: 'Only processes of this region and those inside it.', optional: true })
  regionId?: string | null;
}

@ObjectType({ description: 'Processes that are counted together.' })
abstract class OfTemplate {
  @Field(() => String, { nullable: true, description: 'Type of the objects; null for processes about none.' })
  objectType!: string | null;

  @Field(() => String, { description: 'Code of the template.' })
  template!: string;
}

@ObjectType({ description: 'Steps that are counted together.' })
abstract class OfStep extends OfTemplate {
  @Field(() => String, { description: 'Code of the step.' })
  step!: string;
}

@ObjectType({ description: 'How much went through a step (环节流量, WFL-62).' })
export class StepTraffic extends OfStep {
  @Field(() => Int, { description: 'How often the step was come to in the period.' })
  entered!: number;

  @Field(() => Int, { description: 'How many of those have left it, done.' })
  done!: number;

  @Field(() => Int, {
    description: 'How many of those were late: done after their limit, or not done though it has passed.',
  })
  overdue!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes that those which are done took on average; null for none.',
  })
  averageMinutes!: number | null;

  @Field(() => DateTime, { description: 'When the first came.' })
  firstAt!: string;

  @Field(() => DateTime, { description: 'When the last came.' })
  lastAt!: string;
}

@ObjectType({
  description: 'How many processes went wrong (流程差错, WFL-63): sent back, gone back, or unable to go on.',
})
export class ProcessErrors extends OfTemplate {
  @Field(() => Int, { description: 'Processes that began in the period.' })
  dispatched!: number;

  @Field(() => Int, { description: 'How many of them had an error of any kind.' })
  errors!: number;

  @Field(() => Int, { description: 'How many had a task that was sent back.' })
  rejected!: number;

  @Field(() => Int, { description: 'How many went back to an earlier step.' })
  rolledBack!: number;

  @Field(() => Int, { description: 'How many could not go on by themselves.' })
  abnormal!: number;

  @Field(() => Int, { description: 'How many were late: ended after their limit, or not ended though it has passed.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many have come to their end.' })
  completed!: number;

  @Field(() => Float, { nullable: true, description: 'Minutes that those took on average (lead time); null for none.' })
  averageMinutes!: number | null;

  @Field(() => Float, { description: 'Share of those with an error, 0 to 1.' })
  errorRate!: number;

  @Field(() => DateTime, { description: 'When the first began.' })
  firstAt!: string;

  @Field(() => DateTime, { description: 'When the last began.' })
  lastAt!: string;
}

@ObjectType({ description: 'What stands at a step now, and for how long (环节滞留, WFL-64).' })
export class StepDwell extends OfStep {
  @Field(() => ProcessOperatorKind, { nullable: true, description: 'What is to act; null when no person is.' })
  operatorKind!: ProcessOperatorKind | null;

  @Field(() => String, { nullable: true, description: 'Code of who is to act, or name of the outside system.' })
  operatorCode!: string | null;

  @Field(() => Int, { description: 'How many stand there.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are late.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many have stood there for less than an hour.' })
  underHour!: number;

  @Field(() => Int, { description: 'How many for an hour to less than a day.' })
  underDay!: number;

  @Field(() => Int, { description: 'How many for a day or longer.' })
  dayAndMore!: number;

  @Field(() => Float, { description: 'Minutes for which they have stood there on average.' })
  averageMinutes!: number;

  @Field(() => DateTime, { description: 'When the one came that has stood there longest.' })
  oldestAt!: string;
}

@ObjectType({ description: 'What somebody holds, and for how long (WFL-64).' })
export class TaskHolding {
  @Field(() => String, { nullable: true, description: 'Staff number; null for what nobody has taken.' })
  employeeNo!: string | null;

  @Field(() => String, { nullable: true, description: 'Name; null for what nobody has taken.' })
  name!: string | null;

  @Field(() => Int, { description: 'How many open tasks.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are late.' })
  overdue!: number;

  @Field(() => Float, { description: 'Minutes since they were taken, or came when nobody has, on average.' })
  averageMinutes!: number;

  @Field(() => Float, { description: 'The same of the one that was taken longest ago.' })
  longestMinutes!: number;
}
