import type { Transaction } from '../../kernel/database/transaction.js';
import { settle } from './engine.js';
import { hold, lockInstance, lockWithObject, stepAt } from './held.js';
import { instanceLifecycle, OPEN_INSTANCES } from './instance.lifecycle.js';
import { meetLater, runLater } from './jobs.js';
import { planAlarmsOf, planAllAlarms } from './limit-alarms.js';
import { laterBy, postpone } from './limits.js';
import { ProcessInstance } from './process-instance.js';
import { isSettling } from './settling.js';

/** Holds a locked instance that is not held, with the sub-processes that it waits for (WFL-45). */
export async function suspend(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  instance.suspendedAt = tx.at;
  await instanceLifecycle.move(tx, instance, 'suspend', { reason });
  for (const child of await openChildren(tx, instance)) if (!child.suspendedAt) await suspend(tx, child, reason);
}

/**
 * Lets a locked instance go on that is held; what time was left for its work is left still, and so is what was left for the step that
 * waits for it (WFL-45). The instance of that step is locked before it.
 */
export async function resume(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  const since = instance.suspendedAt!;
  await goOn(tx, instance, reason);
  await goOnAbove(tx, instance, since);
}

async function goOn(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  const since = instance.suspendedAt!;
  instance.suspendedAt = null;
  // Work that is held by itself has not gone on yet: its time is counted when it does.
  if (!instance.workHeldAt) instance.heldSeconds += Math.round((tx.at.getTime() - since.getTime()) / 1000);
  await instanceLifecycle.move(tx, instance, instance.startedAt ? 'go' : 'wait', { reason });
  // What was held before by itself is let go on by itself.
  for (const child of await openChildren(tx, instance))
    if (child.suspendedAt?.getTime() === since.getTime()) await goOn(tx, child, reason);
  if (instance.startedAt) {
    const held = await hold(tx, instance);
    await postpone(held, since);
    await planAllAlarms(held);
    // Its steps may have been changed while it was held.
    held.course.settle();
    await settle(held);
  }
  runLater(tx, instance.id);
  if (instance.correlationKey) meetLater(tx, instance.correlationKey);
}

/** Lets the limit of the step run again that waits for a sub-process which had been held by itself. */
async function goOnAbove(tx: Transaction, { parent, parentToken }: ProcessInstance, since: Date): Promise<void> {
  if (!parent || !parentToken || isSettling(tx, parent.id)) return;
  const above = await lockInstance(tx, parent.id);
  if (!OPEN_INSTANCES.includes(above.status) || !above.startedAt) return;
  const held = await hold(tx, above);
  const token = held.course.tokens.get(parentToken);
  const row = token && held.rows.get(token.id);
  // While the other is held itself its limits stand still anyway.
  const from = above.suspendedAt ?? tx.at;
  if (!row || since > from) return;
  row.dueAt = await laterBy(held, stepAt(held, token), row.dueAt ?? null, since, from);
  if (!above.suspendedAt) await planAlarmsOf(held, token);
}

/** Locks the instance of the step that waits for another one: whoever lets the other one go on locks in this order. */
export async function lockAbove(tx: Transaction, instanceId: string): Promise<void> {
  const { parent, parentToken } = await tx.em.findOneOrFail(ProcessInstance, { id: instanceId });
  if (parent && parentToken) await lockWithObject(tx, parent.id);
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
  const instance = await lockInstance(tx, instanceId);
  if (OPEN_INSTANCES.includes(instance.status) && !instance.suspendedAt) await suspend(tx, instance, reason);
}

/** See `resumeProcess` of the kernel. */
export async function resumeFor(tx: Transaction, instanceId: string, reason: string | null): Promise<void> {
  await lockAbove(tx, instanceId);
  const instance = await lockInstance(tx, instanceId);
  if (OPEN_INSTANCES.includes(instance.status) && instance.suspendedAt) await resume(tx, instance, reason);
}
