import type { Transaction } from '../../kernel/database/transaction.js';
import { settle } from './engine.js';
import { hold, lockInstance } from './held.js';
import { holdAbove, letGoOnAbove, lockAbove } from './held-above.js';
import { type InstanceAction, instanceLifecycle, OPEN_INSTANCES } from './instance.lifecycle.js';
import { meetLater, runLater, sendLater } from './jobs.js';
import { planAllAlarms } from './limit-alarms.js';
import { moveLimitOfAll } from './limit-of-all.js';
import { postpone } from './limits.js';
import { postponeTimers } from './postpone-timers.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import { ProcessTaskStatus } from './workflow.enums.js';

/**
 * Holds a locked instance that is not held, with the sub-processes that it waits for. The instances around it, which are locked before it,
 * say that it is (WFL-45).
 */
export async function suspend(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  await stop(tx, instance, reason);
  await holdAbove(tx, instance);
}

async function stop(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  instance.suspendedAt = tx.at;
  await instanceLifecycle.move(tx, instance, 'suspend', { reason });
  for (const child of await openChildren(tx, instance)) if (!child.suspendedAt) await stop(tx, child, reason);
}

/** Instances that a transaction has let go on, some of them with the one of which they are a part. */
const gone = new WeakMap<Transaction, Set<string>>();

/** Whether this very operation has let an instance go on. */
export const wentOn = (tx: Transaction, instance: ProcessInstance): boolean => gone.get(tx)?.has(instance.id) ?? false;

/**
 * Lets a locked instance go on that is held; what time was left for its work is left still, and so is what was left for the step that
 * waits for it (WFL-45). The instances around it are locked before it.
 */
export async function resume(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  await goOn(tx, instance, reason);
  await letGoOnAbove(tx, instance);
}

async function goOn(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  gone.set(tx, (gone.get(tx) ?? new Set<string>()).add(instance.id));
  const since = instance.suspendedAt!;
  instance.suspendedAt = null;
  // Work that is held by itself has not gone on yet: its time is counted when it does.
  if (!instance.workHeldAt) instance.heldSeconds += Math.round((tx.at.getTime() - since.getTime()) / 1000);
  await instanceLifecycle.move(tx, instance, wayOn(instance), { reason });
  // What was held before by itself is let go on by itself.
  for (const child of await openChildren(tx, instance))
    if (child.suspendedAt?.getTime() === since.getTime()) await goOn(tx, child, reason);
  if (instance.startedAt) {
    await calmVisits(tx, instance);
    const held = await hold(tx, instance);
    await postpone(held, since);
    postponeTimers(held, since);
    await sendHeld(tx, instance);
    await moveLimitOfAll(tx, instance);
    await planAllAlarms(held);
    // Its steps may have been changed while it was held.
    held.course.settle();
    await settle(held);
  }
  runLater(tx, instance.id);
  if (instance.correlationKey) meetLater(tx, instance.correlationKey);
}

/** What a held instance becomes when it goes on: one that began runs, another waits to begin, or still cannot. */
function wayOn({ startedAt, exceptionCode }: ProcessInstance): InstanceAction {
  if (startedAt) return 'go';
  return exceptionCode ? 'fail' : 'wait';
}

/** Hands over what an outside system was not given while the process was held; a test tells them nothing. */
async function sendHeld(tx: Transaction, { id, test }: ProcessInstance): Promise<void> {
  const unsent = { instance: id, status: ProcessTaskStatus.PENDING, operatorKind: null, aboutKey: null };
  if (!test) for (const task of await tx.em.find(ProcessTask, unsent)) sendLater(tx, task.id);
}

/** Visits whose sub-process was held by itself in the same moment as the whole, and has gone on with it, are held no more. */
async function calmVisits(tx: Transaction, { id }: ProcessInstance): Promise<void> {
  for (const visit of await tx.em.find(ProcessToken, { instance: id, heldAt: { $ne: null } })) {
    const child = await tx.em.findOne(ProcessInstance, { parent: id, parentToken: visit.id });
    if (!child?.suspendedAt && !child?.workHeldAt) visit.heldAt = null;
  }
  await tx.em.flush();
}

/** The sub-processes that an instance waits for, locked; whoever locks a process and its sub-processes locks in this order. */
async function openChildren(tx: Transaction, { id }: ProcessInstance): Promise<ProcessInstance[]> {
  await tx.em.flush();
  const where = { parent: id, parentToken: { $ne: null }, status: { $in: [...OPEN_INSTANCES] } };
  const children = await tx.em.find(ProcessInstance, where, { orderBy: { id: 'asc' } });
  const locked: ProcessInstance[] = [];
  for (const child of children) locked.push(await lockInstance(tx, child.id));
  return locked.filter(({ status }) => OPEN_INSTANCES.includes(status));
}

/** See `holdProcess` of the kernel. */
export async function holdFor(tx: Transaction, instanceId: string, reason: string | null): Promise<void> {
  await lockAbove(tx, instanceId);
  const instance = await lockInstance(tx, instanceId);
  if (OPEN_INSTANCES.includes(instance.status) && !instance.suspendedAt) await suspend(tx, instance, reason);
}

/** See `resumeProcess` of the kernel. */
export async function resumeFor(tx: Transaction, instanceId: string, reason: string | null): Promise<void> {
  await lockAbove(tx, instanceId);
  const instance = await lockInstance(tx, instanceId);
  if (OPEN_INSTANCES.includes(instance.status) && instance.suspendedAt) await resume(tx, instance, reason);
}
