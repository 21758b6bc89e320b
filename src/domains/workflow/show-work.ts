import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, nounOf } from '../../kernel/model/index.js';
import {
  inputsFrom,
  type StepDefinition,
  stepHandler,
  type StepTask,
  type StepWork,
  type Token,
  type WorkState,
} from '../../kernel/process/index.js';
import { type ProcessOperatorKind } from '../process/index.js';
import { type Held, rowOf, stepAt } from './held.js';
import { letGoOn } from './hold-work.js';
import { leaveStep, outputsOf } from './leave-step.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { OPEN_TASKS, type TaskAction, taskLifecycle } from './task.lifecycle.js';
import { ProcessTaskStatus as T } from './workflow.enums.js';

/** Whether a domain ends the work of a step, not a person or an outside system. In a test nothing is told to domains: whoever tests answers. */
export const isOfDomain = ({ handler }: Pick<StepDefinition, 'handler'>, { test }: Pick<ProcessInstance, 'test'>) =>
  !test && handler !== null && stepHandler(handler)?.begin !== undefined;

/** States of tasks about which a domain may still tell. */
export const TO_BE_DONE = [...OPEN_TASKS, T.FAILED];

/** Shows what a domain has begun at a step: a task for each piece of work. What is open from an earlier visit goes on at this one. */
export async function showWork(held: Held, token: Token, work: StepWork): Promise<void> {
  const { tasks = [] } = work;
  if (tasks.length > 0) await showTasks(held, token, tasks);
  if ('outputs' in work) leaveStep(held, token, outputsOf(held, token, work.outputs));
}

async function showTasks(held: Held, token: Token, tasks: readonly StepTask[]): Promise<void> {
  const { tx, instance } = held;
  const row = rowOf(held, token);
  const where = { instance: instance.id, status: { $in: TO_BE_DONE }, aboutKey: { $ne: null } };
  // What this operation has ended is read as it was until it is written.
  const open = (await tx.em.find(ProcessTask, where)).filter(({ status }) => TO_BE_DONE.includes(status));
  const earlier = new Map(open.map((task) => [task.aboutKey, task]));
  let number = await tx.em.count(ProcessTask, { token: row.id });
  for (const { about, name, operator = null, dueAt = null, state = 'OPEN' } of tasks) {
    const known = earlier.get(about.id);
    if (known) Object.assign(known, { token: row, step: token.step, dueAt: dueAt ?? row.dueAt });
    const task = known ?? addTask(held, token, { about, name, operator, dueAt }, ++number);
    if (!known && operator) await taskLifecycle.move(tx, task, 'dispatch');
    await bring(tx, task, state, null);
  }
}

function addTask(
  held: Held,
  token: Token,
  { about, name, operator, dueAt = null }: StepTask,
  number: number,
): ProcessTask {
  const { tx, instance, course } = held;
  const step = stepAt(held, token);
  const row = rowOf(held, token);
  const task = Object.assign(new ProcessTask(), {
    ...{
      instance,
      token: row,
      step: step.code,
      name: name.slice(0, 200),
      region: instance.region ?? null,
    },
    taskNo: `${instance.instanceNo}-${token.seq}.${number}`,
    operatorKind: (operator?.kind ?? null) as ProcessOperatorKind | null,
    operatorCode: operator?.code ?? step.handler!,
    ...{ aboutType: nounOf(about.constructor as Class).name, aboutId: tx.idOf(about), aboutKey: about.id },
    inputs: inputsFrom(step.inputs, course.scope),
    ...{ arrivedAt: tx.at, dueAt: dueAt ?? row.dueAt, result: null },
  });
  taskLifecycle.begin(tx, tx.add(task), { data: { instanceNo: instance.instanceNo, step: step.code } });
  return task;
}

/** The state of a task of an outside system in each state of its work, and the steps that lead there. */
const WAYS: Record<WorkState, { to: T; by: Partial<Record<T, TaskAction>> }> = {
  OPEN: { to: T.PENDING, by: { FAILED: 'resend' } },
  SENT: { to: T.SENT, by: { PENDING: 'send' } },
  UNDER_WAY: { to: T.ACKNOWLEDGED, by: { PENDING: 'acknowledge', SENT: 'acknowledge' } },
  FAILED: { to: T.FAILED, by: { PENDING: 'fail', SENT: 'fail', ACKNOWLEDGED: 'fail' } },
  DONE: { to: T.RETURNED, by: {} },
  TAKEN_BACK: { to: T.RECALLED, by: {} },
};

/** Brings a task into the state in which its work stands, where a step leads there. */
export async function bring(
  tx: Transaction,
  task: ProcessTask,
  state: WorkState,
  reason: string | null,
): Promise<void> {
  const ends = state === 'DONE' ? 'complete' : state === 'TAKEN_BACK' ? 'recall' : undefined;
  const action = ends ?? (task.operatorKind ? undefined : WAYS[state].by[task.status]);
  if (!action || task.status === WAYS[state].to) return;
  if (ends && task.heldAt) await letGoOn(tx, task);
  if (ends) task.finishedAt = tx.at;
  if (state === 'FAILED' || state === 'TAKEN_BACK') task.returnReason = reason;
  if (state === 'DONE') task.result = {};
  await taskLifecycle.move(tx, task, action, { reason });
}
