import type { Transaction } from '../../kernel/database/transaction.js';
import type { Node } from '../../kernel/model/index.js';
import { type StepEnds, stepHandler, type StepTask, type Token, type WorkState } from '../../kernel/process/index.js';
import { settle } from './engine.js';
import { hold, lockInstance, stepAt } from './held.js';
import { leaveStep, outputsOf } from './leave-step.js';
import { ProcessTask } from './process-task.js';
import { isSettling } from './settling.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { bring, showWork, TO_BE_DONE } from './show-work.js';
import { runOf } from './step-run.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';
import { ProcessInstanceStatus } from './workflow.enums.js';

/** See `workOn` of the kernel. */
export async function workOn(tx: Transaction, about: Node, state: WorkState, reason: string | null): Promise<boolean> {
  const task = await tx.em.findOne(ProcessTask, { aboutId: tx.idOf(about), status: { $in: TO_BE_DONE } });
  // What was told before in the same transaction may not be written yet.
  if (!task || !TO_BE_DONE.includes(task.status)) return false;
  await bring(tx, task, state, reason);
  return true;
}

/** See `endStep` of the kernel. */
export async function endStep(tx: Transaction, instanceId: string, ends: StepEnds): Promise<boolean> {
  if (isSettling(tx, instanceId)) return false;
  const instance = await lockInstance(tx, instanceId);
  const { TERMINATED, COMPLETED } = ProcessInstanceStatus;
  // One for which a dispatcher has yet to name a template stands nowhere.
  if (instance.status === TERMINATED || instance.status === COMPLETED || !instance.startedAt) return false;
  const held = await hold(tx, instance);
  const standing = held.course.live.filter(
    (token) => ['ACTIVE', 'STUCK'].includes(token.status) && (stepAt(held, token).handler ?? '') in ends,
  );
  if (standing.length === 0) return false;
  for (const token of standing) {
    const result = ends[stepAt(held, token).handler!]!;
    await endTasksOfPersons(tx, token, result);
    if (token.status === 'STUCK') held.course.set(token, { status: 'ACTIVE' });
    leaveStep(held, token, outputsOf(held, token, result));
  }
  await settle(held);
  return true;
}

/** See `renewSteps` of the kernel. */
export async function renewSteps(tx: Transaction, instanceId: string, handlers: readonly string[]): Promise<void> {
  if (isSettling(tx, instanceId)) return;
  const instance = await lockInstance(tx, instanceId);
  if (!OPEN_INSTANCES.includes(instance.status) || !instance.startedAt || instance.test) return;
  // Nothing in a held one goes on; its domain asks again when it is let go on.
  if (instance.suspendedAt) return;
  const held = await hold(tx, instance);
  for (const token of held.course.live) {
    const { handler } = stepAt(held, token);
    if (!['ACTIVE', 'STUCK'].includes(token.status) || !handler || !handlers.includes(handler)) continue;
    const work = await stepHandler(handler)!.begin!(tx, runOf(held, token));
    if (token.status === 'STUCK') held.course.set(token, { status: 'ACTIVE' });
    if ('outputs' in work) await endTasksOfPersons(tx, token, work.outputs);
    else await takeBackOthers(tx, token, work.tasks);
    await showWork(held, token, work);
  }
  await settle(held);
}

/** Takes back what the step still had to do and does not need any more. */
async function takeBackOthers(tx: Transaction, { id }: Token, needed: readonly StepTask[]): Promise<void> {
  const keys = new Set(needed.map(({ about }) => about.id));
  for (const task of await tx.em.find(ProcessTask, { token: id, status: { $in: TO_BE_DONE }, aboutKey: { $ne: null } }))
    if (TO_BE_DONE.includes(task.status) && !keys.has(task.aboutKey!)) await bring(tx, task, 'TAKEN_BACK', null);
}

async function endTasksOfPersons(tx: Transaction, { id }: Token, result: Record<string, unknown>): Promise<void> {
  const open = { token: id, status: { $in: [...OPEN_TASKS] }, operatorKind: { $ne: null } };
  for (const task of await tx.em.find(ProcessTask, open)) {
    Object.assign(task, { result, finishedAt: tx.at });
    await taskLifecycle.move(tx, task, 'complete', { data: { result } });
  }
}
