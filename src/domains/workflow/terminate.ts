import type { Transaction } from '../../kernel/database/transaction.js';
import type { Token } from '../../kernel/process/index.js';
import { ended } from './engine.js';
import { closeException } from './exceptions.js';
import { type Held, hold, lockInstance, writeCourse } from './held.js';
import { letGoOnAbove } from './held-above.js';
import { letGoOn } from './hold-work.js';
import { instanceLifecycle, OPEN_INSTANCES } from './instance.lifecycle.js';
import { meetLater } from './jobs.js';
import { ExceptionHandling } from './monitor.enums.js';
import { ProcessInstance } from './process-instance.js';
import { clearAlarms } from './raise-alarm.js';
import { ProcessTask } from './process-task.js';
import { endsBy, endThen, isSettling } from './settling.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';
import { withdrawLater } from './withdraw.js';
import { ProcessTaskStatus } from './workflow.enums.js';

/** Ends an instance by hand: its tasks are taken back, its sub-processes end, its owner is told (WFL-44). */
export async function terminate(tx: Transaction, instanceId: string, reason: string): Promise<ProcessInstance> {
  if (isSettling(tx, instanceId)) {
    endThen(tx, instanceId, reason);
    return tx.em.findOneOrFail(ProcessInstance, { id: instanceId });
  }
  const instance = await lockInstance(tx, instanceId);
  if (!OPEN_INSTANCES.includes(instance.status)) return instance;
  if (instance.startedAt) await takeBack(await hold(tx, instance), reason);
  if (instance.exceptionCode) await closeException({ tx, instance }, ExceptionHandling.TERMINATE);
  if (instance.alarmLevel) await clearAlarms(tx, instance);
  const wasHeld = instance.suspendedAt ?? instance.workHeldAt;
  Object.assign(instance, { endedAt: tx.at, again: null, suspendedAt: null, workHeldAt: null });
  await instanceLifecycle.move(tx, instance, 'terminate', { reason, data: { instanceNo: instance.instanceNo } });
  if (wasHeld) await letGoOnAbove(tx, instance);
  if (instance.correlationKey) meetLater(tx, instance.correlationKey);
  await ended({ tx, instance }, reason);
  return instance;
}

async function takeBack(held: Held, reason: string): Promise<void> {
  const { course } = held;
  const standing = course.live.filter(({ status }) => status !== 'COMPENSATING');
  // What was to be undone stays done: the end of a process undoes nothing. A sub-process that was being undone had not always done its step.
  for (const token of course.live)
    if (token.status === 'COMPENSATING') course.set(token, { status: token.outputs ? 'DONE' : 'RECALLED' });
  for (const token of standing) course.set(token, { status: 'RECALLED', leftSeq: ++course.seq });
  writeCourse(held);
  // What a domain had under way from an earlier visit is not needed any more either.
  await recall(held, standing, reason, true);
}

/** Takes back the tasks and sub-processes of tokens that do not stand at their steps any more. @param all every task and sub-process of the instance */
export async function recall(held: Held, tokens: readonly Token[], reason: string, all = false): Promise<void> {
  const { tx } = held;
  const ids = tokens.map(({ id }) => id);
  if (ids.length === 0 && !all) return;
  await tx.em.flush();
  await recallTasks(held, all ? {} : { token: { $in: ids } }, reason);
  const which = { parent: held.instance.id, ...(all ? {} : { parentToken: { $in: ids } }) };
  const open = { ...which, status: { $in: [...OPEN_INSTANCES] } };
  for (const { id } of await tx.em.find(ProcessInstance, open, { orderBy: { id: 'asc' } })) {
    const child = await terminate(tx, id, reason);
    // What is not undone in it now is when the whole is rolled back in which this was a part.
    if (child.rolledBackAt) Object.assign(child, { rolledBackAt: null, undoes: false });
  }
}

/** Takes back tasks of an instance that are to be done, or could not be. */
export async function recallTasks({ tx, instance }: Held, which: object, reason: string): Promise<void> {
  const status = { $in: [...OPEN_TASKS, ProcessTaskStatus.FAILED] };
  for (const task of await tx.em.find(ProcessTask, { instance: instance.id, ...which, status })) {
    if (!task.operatorKind && !task.aboutKey && !instance.test) await withdrawLater(tx, task);
    if (task.heldAt) await letGoOn(tx, task);
    Object.assign(task, { finishedAt: tx.at, returnReason: reason });
    await taskLifecycle.move(tx, task, 'recall', { reason });
  }
}

endsBy(terminate);
