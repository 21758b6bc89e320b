import { BoolInput, EnumInput, Input, IntInput, ListInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import {
  ExternalSystemClass,
  ProcessAlarmAction,
  ProcessAlarmLevel,
  ProcessFlowKind,
  ProcessJoinKind,
  ProcessMeetingWhen,
  ProcessOperatorKind,
  ProcessSplitKind,
  ProcessStepKind,
  ProcessValueType,
} from './process.enums.js';

@Input('A variable of a process, or a value that goes into or comes out of a step (WFL-12).')
export class ProcessParameterInput {
  @TextInput({ description: 'Name: one word, such as `amount`.', max: 60 })
  name!: string;

  @EnumInput(() => ProcessValueType, { description: 'Type.' })
  type!: ProcessValueType;

  @BoolInput({ description: 'Whether a value must be there; false when absent.', optional: true })
  required?: boolean | null;

  @TextInput({ description: 'Meaning and unit.', max: 500, optional: true, allowEmpty: true })
  description?: string | null;

  @TextInput({
    description: 'FEEL that gives the value; absent takes the one of the same name.',
    max: 4000,
    optional: true,
  })
  from?: string | null;
}

@Input('How long something may take for a handling grade (WFL-16, WFL-17).')
export class ProcessTimeLimitInput {
  @TextInput({ description: 'Handling grade; absent for any.', max: 60, optional: true })
  grade?: string | null;

  @IntInput({ description: 'Minutes, 1 to 5256000.', min: 1, max: 5_256_000 })
  minutes!: number;

  @BoolInput({
    description: "Whether only working time of the operator's calendar counts; false when absent.",
    optional: true,
  })
  workingTime?: boolean | null;

  @BoolInput({
    description: 'Whether the time counts in which the process is held; false when absent (WFL-58).',
    optional: true,
  })
  countsSuspension?: boolean | null;

  @IntInput({
    description: 'Minutes before the limit at which a warning is raised.',
    min: 0,
    max: 5_256_000,
    optional: true,
  })
  warnMinutes?: number | null;
}

@Input('Who does a step (WFL-15).')
export class ProcessOperatorInput {
  @EnumInput(() => ProcessOperatorKind, { description: 'What it is.' })
  kind!: ProcessOperatorKind;

  @TextInput({ description: 'Its code; of an employee the staff number.', max: 60 })
  code!: string;
}

@Input('When an alarm is raised about a limit, and to whom (WFL-19, WFL-20).')
export class ProcessAlarmInput {
  @TextInput({ description: 'Code, unique among the alarms of the step or process.', max: 60 })
  code!: string;

  @IntInput({
    description: 'Minutes after the limit, counted by its clock; negative before it; 0 when absent.',
    min: -5_256_000,
    max: 5_256_000,
    optional: true,
  })
  offsetMinutes?: number | null;

  @EnumInput(() => ProcessAlarmLevel, { description: 'How bad it is.' })
  level!: ProcessAlarmLevel;

  @ObjectInput(() => ProcessOperatorInput, {
    description: 'Who is told; absent for whoever is responsible. Needed to escalate.',
    optional: true,
  })
  recipient?: ProcessOperatorInput | null;

  @EnumInput(() => ProcessAlarmAction, { description: 'What it does; `NOTIFY` when absent.', optional: true })
  action?: ProcessAlarmAction | null;

  @TextInput({
    description: 'Code of the step at which a `MOVE` goes on; for that action only, and needed for it.',
    max: 60,
    optional: true,
  })
  to?: string | null;
}

@Input('The process that a step runs (WFL-04).')
export class ProcessCallInput {
  @TextInput({ description: 'Code of the template.', max: 60 })
  template!: string;

  @BoolInput({ description: 'Whether the token waits for its end; true when absent.', optional: true })
  wait?: boolean | null;
}

@Input('What somebody does to undo a step when it is rolled back (WFL-43).')
export class ProcessCompensationTaskInput {
  @ObjectInput(() => ProcessOperatorInput, { description: 'Who does it; OPERATOR_UNKNOWN as a finding.' })
  operator!: ProcessOperatorInput;

  @TextInput({ description: 'What is to be done; words that name the step when absent.', optional: true })
  name?: string | null;

  @ListInput(() => ProcessTimeLimitInput, {
    description: 'How long it may take, by handling grade; as long as the step when absent or empty (WFL-17).',
    max: 20,
    optional: true,
  })
  timeLimits?: ProcessTimeLimitInput[] | null;
}

@Input('How often something that fails is tried; each pause is twice as long as the one before (WFL-47).')
export class ProcessRetryInput {
  @IntInput({ description: 'How often it is tried in all, 1 to 20.', min: 1, max: 20 })
  attempts!: number;

  @IntInput({ description: 'Seconds before the second attempt; 2 when absent.', min: 1, max: 86_400, optional: true })
  pauseSeconds?: number | null;

  @IntInput({
    description:
      'Seconds of the longest pause; 3600 when absent, or the first pause if that is longer. RETRY_INVALID as a finding for less than the first.',
    min: 1,
    max: 86_400,
    optional: true,
  })
  maxPauseSeconds?: number | null;
}

@Input(
  'A step of another process for which a step waits, among instances with the same correlation key (WFL-22, WFL-49).',
)
export class ProcessMeetingInput {
  @EnumInput(() => ProcessMeetingWhen, { description: 'At its beginning or at its end.' })
  when!: ProcessMeetingWhen;

  @TextInput({ description: 'Code of the other template.', max: 60 })
  template!: string;

  @TextInput({ description: 'Code of its step.', max: 60 })
  step!: string;
}

const FAR = 100_000;

@Input('Where a step is drawn, as BPMN says it: in whole pixels from the upper left (WFL-09).')
export class ProcessBoundsInput {
  @IntInput({ description: 'Left edge.', min: -FAR, max: FAR })
  x!: number;

  @IntInput({ description: 'Upper edge.', min: -FAR, max: FAR })
  y!: number;

  @IntInput({ description: 'Width, at least 1.', min: 1, max: FAR })
  width!: number;

  @IntInput({ description: 'Height, at least 1.', min: 1, max: FAR })
  height!: number;
}

@Input('A corner of the line of a flow, in whole pixels (WFL-11).')
export class ProcessPointInput {
  @IntInput({ description: 'To the right.', min: -FAR, max: FAR })
  x!: number;

  @IntInput({ description: 'Downwards.', min: -FAR, max: FAR })
  y!: number;
}

@Input('A step of a process (WFL-09).')
export class ProcessStepInput {
  @TextInput({ description: 'Code, unique in the version.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name; the code when absent.', optional: true })
  name?: string | null;

  @EnumInput(() => ProcessStepKind, { description: 'What happens at it.' })
  kind!: ProcessStepKind;

  @TextInput({ description: 'Module that it belongs to (WFL-01).', max: 60, optional: true })
  module?: string | null;

  @EnumInput(() => ProcessJoinKind, { description: 'When it begins; `ANY` when absent.', optional: true })
  join?: ProcessJoinKind | null;

  @EnumInput(() => ProcessSplitKind, {
    description: 'Which flows get a token; `EXCLUSIVE` when absent.',
    optional: true,
  })
  split?: ProcessSplitKind | null;

  @ObjectInput(() => ProcessOperatorInput, { description: 'Who does it; for people.', optional: true })
  operator?: ProcessOperatorInput | null;

  @TextInput({ description: 'Handler of an automatic step, or adapter of an external one.', max: 100, optional: true })
  handler?: string | null;

  @EnumInput(() => ExternalSystemClass, { description: 'Where the outside system stands.', optional: true })
  externalSystem?: ExternalSystemClass | null;

  @ObjectInput(() => ProcessCallInput, { description: 'The process that it runs.', optional: true })
  subprocess?: ProcessCallInput | null;

  @TextInput({ description: 'FEEL: minutes, duration or moment that a timer waits for.', max: 4000, optional: true })
  timer?: string | null;

  @TextInput({ description: 'Handler that undoes it.', max: 100, optional: true })
  compensation?: string | null;

  @ObjectInput(() => ProcessCompensationTaskInput, {
    description:
      'The task of a person that undoes it, in place of a handler; COMPENSATION_DOUBLED as a finding for both.',
    optional: true,
  })
  compensationTask?: ProcessCompensationTaskInput | null;

  @ObjectInput(() => ProcessRetryInput, {
    description:
      'How often its handler, the one that undoes it, or the hand-over to its outside system is tried; absent for 5 times. RETRY_INVALID as a finding where nothing is tried.',
    optional: true,
  })
  retry?: ProcessRetryInput | null;

  @TextInput({ description: 'Step that a rejection goes back to.', max: 60, optional: true })
  rollbackTo?: string | null;

  @ListInput(() => ProcessMeetingInput, { description: 'Where it waits for other processes.', max: 20, optional: true })
  waitFor?: ProcessMeetingInput[] | null;

  @ListInput(() => ProcessParameterInput, { description: 'Values that go into it.', max: 50, optional: true })
  inputs?: ProcessParameterInput[] | null;

  @ListInput(() => ProcessParameterInput, { description: 'Values that come out of it.', max: 50, optional: true })
  outputs?: ProcessParameterInput[] | null;

  @ListInput(() => ProcessTimeLimitInput, { description: 'Its limits by handling grade.', max: 20, optional: true })
  timeLimits?: ProcessTimeLimitInput[] | null;

  @ListInput(() => ProcessAlarmInput, { description: 'Alarms about its limit.', max: 20, optional: true })
  alarms?: ProcessAlarmInput[] | null;

  @ObjectInput(() => ProcessBoundsInput, {
    description: 'Where it is drawn; without it for any step, pictures are laid out by themselves.',
    optional: true,
  })
  bounds?: ProcessBoundsInput | null;
}

@Input('That the process starts when an instance of another has completed (WFL-22, WFL-49).')
export class ProcessStartAfterInput {
  @TextInput({
    description:
      'Code of the other template. TEMPLATE_UNKNOWN, START_AFTER_DOUBLED or, when that starts after this one over however many others, START_AFTER_CYCLE as a finding.',
    max: 60,
  })
  template!: string;

  @TextInput({
    description:
      'FEEL over the instance that has completed, by `variables`, `objectType`, `objectId`, `handlingGrade` and `instanceNo`: whether one starts; always when absent.',
    max: 4000,
    optional: true,
  })
  condition?: string | null;

  @TextInput({
    description:
      'References from the object of that instance to what the new one is about, such as `order.customer`; the same object when absent. PATH_UNKNOWN as a finding.',
    max: 200,
    optional: true,
  })
  object?: string | null;

  @TextInput({
    description:
      'FEEL over that instance, a context: values with which the new one starts; those of the same name when absent.',
    max: 4000,
    optional: true,
  })
  values?: string | null;
}

@Input('A direction from one step to another (WFL-11).')
export class ProcessFlowInput {
  @TextInput({ description: 'Code of the step from which it leads.', max: 60 })
  from!: string;

  @TextInput({ description: 'Code of the step to which it leads.', max: 60 })
  to!: string;

  @EnumInput(() => ProcessFlowKind, { description: 'Kind; `SEQUENCE` when absent.', optional: true })
  kind?: ProcessFlowKind | null;

  @TextInput({ description: 'FEEL: when it is taken; always when absent.', max: 4000, optional: true })
  condition?: string | null;

  @BoolInput({ description: 'Taken when no other is; false when absent.', optional: true })
  isDefault?: boolean | null;

  @IntInput({
    description: 'Order in which conditions are tried; its place in the list when absent.',
    min: 0,
    max: 10_000,
    optional: true,
  })
  priority?: number | null;

  @TextInput({ description: 'What people call it, such as `passed`.', optional: true })
  name?: string | null;

  @ListInput(() => ProcessPointInput, {
    description: 'Corners of its line, from the first step to the second; straight when absent.',
    max: 200,
    optional: true,
  })
  waypoints?: ProcessPointInput[] | null;
}

@Input('What a version of a process template does (WFL-02).')
export class ProcessDefinitionInput {
  @ListInput(() => ProcessStepInput, { description: 'Steps.', max: 200 })
  steps!: ProcessStepInput[];

  @ListInput(() => ProcessFlowInput, { description: 'Flows.', max: 600 })
  flows!: ProcessFlowInput[];

  @ListInput(() => ProcessParameterInput, { description: 'Variables.', max: 200, optional: true })
  variables?: ProcessParameterInput[] | null;

  @ListInput(() => ProcessTimeLimitInput, {
    description: 'Limits of the whole by handling grade.',
    max: 20,
    optional: true,
  })
  timeLimits?: ProcessTimeLimitInput[] | null;

  @ListInput(() => ProcessAlarmInput, { description: 'Alarms about the limit of the whole.', max: 20, optional: true })
  alarms?: ProcessAlarmInput[] | null;

  @ListInput(() => ProcessStartAfterInput, {
    description: 'After whose instances those of it start by themselves.',
    max: 20,
    optional: true,
  })
  startAfter?: ProcessStartAfterInput[] | null;
}
