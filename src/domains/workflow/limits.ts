import { minutes, moveByWorkingTime, type WorkingTime, workingTimeBetween } from '../../kernel/calendar/index.js';
import type { StepDefinition, TimeLimitDefinition, Token } from '../../kernel/process/index.js';
import { agreedLimit, operatorWorkingTime, ProcessOperatorKind } from '../process/index.js';
import { type Held, stepAt } from './held.js';
import { ProcessTask } from './process-task.js';

type Counted = Pick<Held, 'tx' | 'instance' | 'course'>;

/**
 * The limit of a step of an instance, or of the whole instance: the template's own for its handling grade, or the one that units have
 * agreed on under the grade, or the template's for any (WFL-16, WFL-17, WFL-72).
 */
export async function limitOf(
  { tx, instance, course }: Counted,
  step: StepDefinition | null,
): Promise<TimeLimitDefinition | undefined> {
  const { timeLimits } = step ?? course.process.definition;
  const grade = instance.handlingGrade ?? null;
  const any = timeLimits.find((limit) => limit.grade === null);
  if (grade === null) return any;
  const template = instance.template?.id ?? null;
  const about = { template, step: step?.code ?? null, at: instance.startedAt ?? tx.at };
  return timeLimits.find((limit) => limit.grade === grade) ?? (await agreedLimit(tx.em, grade, about)) ?? any;
}

/** What is limited at a visit: its step, or what somebody does to undo it, by its own limits or those of the step (WFL-17, WFL-43). */
export function workAt(held: Held, token: Pick<Token, 'id' | 'step'>): StepDefinition {
  const step = stepAt(held, token);
  if (held.course.tokens.get(token.id)?.status !== 'COMPENSATING') return step;
  const { operator = step.operator, timeLimits = [] } = step.compensationTask ?? {};
  return { ...step, operator, timeLimits: timeLimits.length > 0 ? timeLimits : step.timeLimits };
}

/** By when the work of a step, or the whole process, should be done; null without a limit (WFL-58). */
export async function dueAt(
  held: Counted,
  step: StepDefinition | null,
  operator: StepDefinition['operator'] = step?.operator ?? null,
): Promise<Date | null> {
  const limit = await limitOf(held, step);
  if (!limit) return null;
  return moved(await clockOf(held, operator, limit), held.tx.at, minutes(limit.minutes));
}

/**
 * By whose calendar the limit of a task is counted: by that of whoever it was passed on to. A person works in the time of those in whose
 * place they do it, and what a domain shows in the time of its step (WFL-18).
 */
export const actingOn = (task: ProcessTask, step: StepDefinition): StepDefinition['operator'] =>
  task.operatorKind && task.operatorKind !== ProcessOperatorKind.EMPLOYEE && !task.aboutKey
    ? { kind: task.operatorKind, code: task.operatorCode }
    : step.operator;

/** What was left of the limit of a task in the time of one operator is left in that of another; what is late is as late as it was. */
export async function passOn(
  held: Held,
  step: StepDefinition,
  task: ProcessTask,
  before: StepDefinition['operator'],
): Promise<Date | null> {
  const { dueAt: due = null } = task;
  const limit = await limitOf(held, step);
  const from = task.heldAt ?? held.tx.at;
  if (!due || !limit?.workingTime || due <= from) return due;
  const time = await clockOf(held, before, limit);
  const left = time ? workingTimeBetween(time, from, due) : due.getTime() - from.getTime();
  return moved(await clockOf(held, actingOn(task, step), limit), from, left);
}

/** The working time by which a limit is counted; null when all time counts: the limit says so, or no calendar is set. */
export async function clockOf(
  { tx, instance }: Counted,
  operator: StepDefinition['operator'],
  limit: TimeLimitDefinition,
): Promise<WorkingTime | null> {
  if (!limit.workingTime) return null;
  return operatorWorkingTime(tx, operator, instance.region?.id ?? null);
}

/** A moment that lies a span after another by a clock, or before it. Of a calendar in which nobody works any more all time counts. */
export function moved(time: WorkingTime | null, from: Date, ms: number): Date {
  return (time && moveByWorkingTime(time, from, ms)) ?? new Date(from.getTime() + ms);
}

/**
 * What was left of the limits of a held instance is left when it goes on, unless a limit counts the time of holding (WFL-45, WFL-58). Work
 * or a sub-process that is held by itself waits on, as if it had been held from the earlier of the two moments.
 */
export async function postpone(held: Held, since: Date): Promise<void> {
  const { tx, instance, course, rows } = held;
  if (instance.workHeldAt) instance.workHeldAt = earlier(instance.workHeldAt, since);
  else instance.dueAt = await laterBy(held, null, instance.dueAt ?? null, since);
  const tasks = await tx.em.find(ProcessTask, { instance: instance.id, finishedAt: null });
  for (const token of course.live) {
    const row = rows.get(token.id)!;
    const own = tasks.filter((task) => task.token.id === row.id);
    const step = workAt(held, token);
    for (const task of own) {
      if (task.heldAt) task.heldAt = earlier(task.heldAt, since);
      else task.dueAt = await laterBy(held, step, task.dueAt ?? null, since, tx.at, actingOn(task, step));
    }
    if (own.length > 0 && own.every(({ heldAt }) => heldAt)) continue;
    if (row.heldAt) row.heldAt = earlier(row.heldAt, since);
    else row.dueAt = await laterBy(held, step, row.dueAt ?? null, since);
  }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** What was left of a limit when it stopped is left from another moment on, by default now. */
export async function laterBy(
  held: Held,
  step: StepDefinition | null,
  due: Date | null,
  since: Date,
  from: Date = held.tx.at,
  operator: StepDefinition['operator'] = step?.operator ?? null,
): Promise<Date | null> {
  const limit = await limitOf(held, step);
  if (!due || !limit || limit.countsSuspension) return due;
  const time = await clockOf(held, operator, limit);
  const late = due <= since;
  const [start, end] = late ? [due, since] : [since, due];
  const left = time ? workingTimeBetween(time, start, end) : end.getTime() - start.getTime();
  return moved(time, from, late ? -left : left);
}
