import type { RuleType } from '../rules/index.js';
import type { Box, Point } from './diagram/layout.js';

/** What happens at a step of a process (WFL-10, activity kinds of the workflow requirements). */
export type StepKind =
  /** Where an instance begins; exactly one. */
  | 'START'
  /** Where a token ends; at least one. */
  | 'END'
  /** A person or position does it: a task in a work list. */
  | 'HUMAN'
  /** A registered handler does it, as a job. */
  | 'AUTOMATIC'
  /** An outside system does it: a task is sent, its progress and answer are received. */
  | 'EXTERNAL'
  /** Another process does it. */
  | 'SUBPROCESS'
  /** Nothing is done: tokens split or join. */
  | 'GATEWAY'
  /** The token waits for a moment or a span of time. */
  | 'TIMER';

/** How many of the flows that come in must have brought a token before the step begins. */
export type JoinKind = 'ANY' | 'ALL';

/** Which of the flows that go out get a token: the first whose condition holds, or all whose condition holds. */
export type SplitKind = 'EXCLUSIVE' | 'PARALLEL';

/** A value that goes into or comes out of a process or a step (WFL-12). */
export interface ParameterDefinition {
  name: string;
  type: RuleType;
  required: boolean;
  description: string;
  /**
   * FEEL that gives the value: of an input, over the variables of the process; of an output, over what the step gave back. Absent or
   * null takes the value of the same name.
   */
  from?: string | null;
}

/** How long something may take for one handling grade, or for all that have no limit of their own (WFL-16, WFL-17). */
export interface TimeLimitDefinition {
  /** Handling grade; null for any. */
  grade: string | null;
  minutes: number;
  /** Counted in the working time of the acting role's calendar instead of around the clock. */
  workingTime: boolean;
  /** The clock also runs while the process is held; it stands still when this is false or absent (WFL-58). */
  countsSuspension?: boolean;
  /** Minutes before the limit at which a warning is raised; null for none. */
  warnMinutes: number | null;
}

/** When an alarm is raised about a step or a process that has a limit, and to whom (WFL-19, WFL-20). */
export interface AlarmDefinition {
  /** Unique among the alarms of the step, or of the process. */
  code: string;
  /** Minutes after the limit, counted by its clock; negative before it. */
  offsetMinutes: number;
  level: AlarmLevel;
  /** Who is told; null for whoever is responsible: the one who has the task, or of a process those who manage it. */
  recipient: StepDefinition['operator'];
  /** NOTIFY tells the recipient; ESCALATE also lets them do the task, whoever has it; MOVE takes the work back and goes on at another step. */
  action: 'NOTIFY' | 'ESCALATE' | 'MOVE';
  /** Code of the step at which a MOVE goes on. */
  to?: string | null;
}

/** How bad it is, as TMF642 grades it. */
export type AlarmLevel = 'INFO' | 'MINOR' | 'MAJOR' | 'CRITICAL';

/** Levels of alarms, the least first. */
export const ALARM_LEVELS: readonly AlarmLevel[] = ['INFO', 'MINOR', 'MAJOR', 'CRITICAL'];

/** What somebody does to undo a step. */
export interface CompensationTask {
  operator: NonNullable<StepDefinition['operator']>;
  /** What is to be done; null for words that name the step. */
  name: string | null;
  /** How long it may take, by handling grade; absent or empty for as long as the step (WFL-17). */
  timeLimits?: readonly TimeLimitDefinition[];
}

/** How often something that fails is tried, and how long it rests between: each pause is twice as long as the one before (WFL-47). */
export interface RetryPolicy {
  /** How often it is tried in all, 1 to 20. */
  attempts: number;
  /** Seconds before the second attempt, 1 to 86400. */
  pauseSeconds: number;
  /** Seconds of the longest pause, from the first one up to 86400. */
  maxPauseSeconds: number;
}

/** One piece of work (环节). */
export interface StepDefinition {
  /** Unique in the definition. */
  code: string;
  name: string;
  kind: StepKind;
  join: JoinKind;
  split: SplitKind;
  /** Code of the position, role or organisation that acts, for HUMAN steps. */
  operator: { kind: 'POSITION' | 'ROLE' | 'ORGANIZATION' | 'EMPLOYEE'; code: string } | null;
  /** Name of the registered handler of an AUTOMATIC step, or of the adapter of an EXTERNAL one. */
  handler: string | null;
  /** Code of the template that a SUBPROCESS runs, and whether the token waits for its end. */
  subprocess: { template: string; wait: boolean } | null;
  /** FEEL: minutes or moment that a TIMER waits for. */
  timer: string | null;
  inputs: readonly ParameterDefinition[];
  outputs: readonly ParameterDefinition[];
  timeLimits: readonly TimeLimitDefinition[];
  /** Alarms about its limit; without any there is one when the limit is reached (WFL-19). */
  alarms?: readonly AlarmDefinition[];
  /** Name of the registered handler that undoes the step when it is rolled back; null when none does. */
  compensation: string | null;
  /** The task of a person that undoes the step, in place of a handler; absent or null when nobody has to (WFL-43). */
  compensationTask?: CompensationTask | null;
  /** How often its handler, or the hand-over to its outside system, is tried; the usual policy when absent or null (WFL-47). */
  retry?: RetryPolicy | null;
  /** Code of the step that a rejection goes back to; null for the step before. */
  rollbackTo: string | null;
  /** Module that the step belongs to, such as `ordering` (WFL-01). */
  module?: string | null;
  /** Where an EXTERNAL step's system stands (WFL-10). */
  externalSystem?: 'REMOTE' | 'SAME_LEVEL' | 'ENTERPRISE' | 'OUTSIDE' | null;
  /** Meets instances of other processes before it begins, or before it is left (WFL-22, WFL-49). */
  waitFor?: readonly MeetingDefinition[];
  /** Where somebody has drawn it, in whole pixels; absent or null where nobody has (WFL-09). */
  bounds?: Box | null;
}

/** A step at which instances with the same correlation key wait for each other. */
export interface MeetingDefinition {
  /** ENTER: begins when the others have arrived; LEAVE: is left when the others have done their step. */
  when: 'ENTER' | 'LEAVE';
  /** Code of the other template. */
  template: string;
  /** Code of the step of the other template. */
  step: string;
}

/** That a process starts when an instance of another has completed (WFL-22, WFL-49). */
export interface StartAfterDefinition {
  /** Code of the other template. */
  template: string;
  /** FEEL over the instance that has completed: whether it starts; null for always. */
  condition: string | null;
  /** References that lead from the object of that instance to what it starts for, such as `order.customer`; null for the same object. */
  object: string | null;
  /** FEEL over that instance that gives a context: values with which it starts; null for those of the same name. */
  values: string | null;
}

/** A direction from one step to another (流向, WFL-11). */
export interface FlowDefinition {
  from: string;
  to: string;
  kind: 'SEQUENCE' | 'BRANCH' | 'JUMP';
  /** FEEL over the variables of the process; null holds always. */
  condition: string | null;
  /** Taken when no other flow of an exclusive split is. */
  isDefault: boolean;
  /** Order in which conditions are tried; the lowest first. */
  priority: number;
  /** What people call it, such as `passed`; absent or null for nothing. */
  name?: string | null;
  /** Corners of its line as somebody has drawn it, in whole pixels; absent or null where nobody has (WFL-11). */
  waypoints?: readonly Point[] | null;
}

/** Everything that the engine needs to know of a version of a template: a graph of steps, and the values that run through it. */
export interface ProcessDefinition {
  name: string;
  steps: readonly StepDefinition[];
  flows: readonly FlowDefinition[];
  /** Variables that every instance has, given at its start or by steps. */
  variables: readonly ParameterDefinition[];
  timeLimits: readonly TimeLimitDefinition[];
  /** Alarms about the limit of the whole; without any there is one when the limit is reached (WFL-20). */
  alarms?: readonly AlarmDefinition[];
  /** After whose end it starts (WFL-22, WFL-49). */
  startAfter?: readonly StartAfterDefinition[];
}
