import type { Transaction } from '../../kernel/database/transaction.js';
import type { Node } from '../../kernel/model/index.js';
import type { StepEnds, Token, WorkState } from '../../kernel/process/index.js';
import { settle } from './engine.js';
import { hold, lockInstance, stepAt } from './held.js';
import { leaveStep, outputsOf } from './leave-step.js';
import { ProcessTask } from './process-task.js';
import { isSettling } from './settling.js';
import { bring, TO_BE_DONE } from './show-work.js';
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
  if (instance.status === TERMINATED || instance.status === COMPLETED) return false;
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

async function endTasksOfPersons(tx: Transaction, { id }: Token, result: Record<string, unknown>): Promise<void> {
  const open = { token: id, status: { $in: [...OPEN_TASKS] }, operatorKind: { $ne: null } };
  for (const task of await tx.em.find(ProcessTask, open)) {
    Object.assign(task, { result, finishedAt: tx.at });
    await taskLifecycle.move(tx, task, 'complete', { data: { result } });
  }
}
