import type { Transaction } from '../../kernel/database/transaction.js';
import { settle } from './engine.js';
import { hold, lockInstance } from './held.js';
import { instanceLifecycle, OPEN_INSTANCES } from './instance.lifecycle.js';
import { meetLater, runLater } from './jobs.js';
import { planAlarms } from './limit-alarms.js';
import { postpone } from './limits.js';
import type { ProcessInstance } from './process-instance.js';

/** Holds a locked instance that is not held (WFL-45). */
export async function suspend(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  instance.suspendedAt = tx.at;
  await instanceLifecycle.move(tx, instance, 'suspend', { reason });
}

/** Lets a locked instance go on that is held; what time was left for its work is left still (WFL-45). */
export async function resume(tx: Transaction, instance: ProcessInstance, reason: string | null): Promise<void> {
  const since = instance.suspendedAt!;
  instance.suspendedAt = null;
  instance.heldSeconds += Math.round((tx.at.getTime() - since.getTime()) / 1000);
  await instanceLifecycle.move(tx, instance, instance.startedAt ? 'go' : 'wait', { reason });
  if (instance.startedAt) {
    const held = await hold(tx, instance);
    await postpone(held, since);
    await planAlarms(held, null, instance.dueAt ?? null);
    for (const token of held.course.live) await planAlarms(held, token, held.rows.get(token.id)!.dueAt ?? null);
    await settle(held);
  }
  runLater(tx, instance.id);
  if (instance.correlationKey) meetLater(tx, instance.correlationKey);
}

/** See `holdProcess` of the kernel. */
export async function holdFor(tx: Transaction, instanceId: string, reason: string | null): Promise<void> {
  const instance = await lockInstance(tx, instanceId);
  if (OPEN_INSTANCES.includes(instance.status) && !instance.suspendedAt) await suspend(tx, instance, reason);
}

/** See `resumeProcess` of the kernel. */
export async function resumeFor(tx: Transaction, instanceId: string, reason: string | null): Promise<void> {
  const instance = await lockInstance(tx, instanceId);
  if (OPEN_INSTANCES.includes(instance.status) && instance.suspendedAt) await resume(tx, instance, reason);
}
