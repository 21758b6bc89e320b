import type { Transaction } from '../../kernel/database/transaction.js';
import { LIVE } from '../../kernel/process/index.js';
import { hold } from './held.js';
import { planAlarms } from './limit-alarms.js';
import { laterBy } from './limits.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import { isSettling } from './settling.js';
import { OPEN_TASKS } from './task.lifecycle.js';
import { ProcessTaskStatus } from './workflow.enums.js';

/** States of tasks that may be held. */
export const MAY_BE_HELD = [...OPEN_TASKS, ProcessTaskStatus.FAILED];

/** Lets the limit of a locked instance run again when nothing in it is held by itself any more: no work, no sub-process (WFL-45). */
export async function moveLimitOfAll(tx: Transaction, instance: ProcessInstance): Promise<void> {
  if (!instance.workHeldAt) return;
  await tx.em.flush();
  const own = { instance: instance.id, heldAt: { $ne: null } };
  if (await tx.em.count(ProcessTask, { ...own, status: { $in: MAY_BE_HELD } })) return;
  if (await tx.em.count(ProcessToken, { ...own, status: { $in: [...LIVE] as never[] } })) return;
  const since = instance.workHeldAt;
  instance.workHeldAt = null;
  // While it goes from step to step its limits are just being set.
  if (isSettling(tx, instance.id)) return;
  // In a held instance they stand still as long as that is held, whatever happens to its work.
  const from = instance.suspendedAt ?? tx.at;
  if (since > from) return;
  instance.heldSeconds += Math.round((from.getTime() - since.getTime()) / 1000);
  const held = await hold(tx, instance);
  instance.dueAt = await laterBy(held, null, instance.dueAt ?? null, since, from);
  if (!instance.suspendedAt) await planAlarms(held, null, instance.dueAt);
}
