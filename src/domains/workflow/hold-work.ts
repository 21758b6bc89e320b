import type { Transaction } from '../../kernel/database/transaction.js';
import type { Node } from '../../kernel/model/index.js';
import { type Held, hold, lockInstance, stepAt } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { planAlarms, planAlarmsOf } from './limit-alarms.js';
import { laterBy } from './limits.js';
import { ProcessTask } from './process-task.js';
import { isSettling } from './settling.js';
import { OPEN_TASKS } from './task.lifecycle.js';
import { ProcessTaskStatus } from './workflow.enums.js';

/** States of tasks that may be held. */
const MAY_BE_HELD = [...OPEN_TASKS, ProcessTaskStatus.FAILED];

const taskAbout = (tx: Transaction, about: Node): Promise<ProcessTask | null> =>
  tx.em.findOne(ProcessTask, { aboutId: tx.idOf(about), status: { $in: MAY_BE_HELD } });

/** See `holdWork` of the kernel. */
export async function holdWork(tx: Transaction, about: Node): Promise<boolean> {
  const task = await taskAbout(tx, about);
  if (!task || task.heldAt) return false;
  const instance = await lockInstance(tx, task.instance.id);
  task.heldAt = tx.at;
  instance.workHeldAt ??= tx.at;
  return true;
}

/** See `resumeWork` of the kernel. */
export async function resumeWork(tx: Transaction, about: Node): Promise<boolean> {
  const task = await taskAbout(tx, about);
  if (!task?.heldAt) return false;
  await letGoOn(tx, task);
  return true;
}

/** Lets the limit of a held task run again, and that of its process when nothing else in it is held (WFL-45). */
export async function letGoOn(tx: Transaction, task: ProcessTask): Promise<void> {
  const since = task.heldAt!;
  task.heldAt = null;
  const instance = await lockInstance(tx, task.instance.id);
  if (!OPEN_INSTANCES.includes(instance.status)) return;
  const others = { instance: instance.id, heldAt: { $ne: null }, status: { $in: MAY_BE_HELD } };
  const last = (await tx.em.count(ProcessTask, others)) === 0;
  // While the process itself goes from step to step its limits are just being set.
  if (isSettling(tx, instance.id)) {
    if (last) instance.workHeldAt = null;
    return;
  }
  const held = await hold(tx, instance);
  await moveLimit(held, task, since);
  if (last) await moveLimitOfAll(held);
}

/** In a held instance the limits stand still as long as that is held, whatever happens to its work. */
const runsFrom = ({ tx, instance }: Held): Date => instance.suspendedAt ?? tx.at;

async function moveLimit(held: Held, task: ProcessTask, since: Date): Promise<void> {
  const from = runsFrom(held);
  const token = held.course.tokens.get(task.token.id);
  const row = token && held.rows.get(token.id);
  if (!row || since > from) return;
  const start = since < row.enteredAt ? row.enteredAt : since;
  task.dueAt = await laterBy(held, stepAt(held, token), task.dueAt ?? null, start, from);
  // A step is to be done by when the last of its work is.
  if (row.dueAt && task.dueAt && task.dueAt > row.dueAt) row.dueAt = task.dueAt;
  if (!held.instance.suspendedAt) await planAlarmsOf(held, token);
}

async function moveLimitOfAll(held: Held): Promise<void> {
  const { instance } = held;
  const from = runsFrom(held);
  const since = instance.workHeldAt ?? from;
  instance.workHeldAt = null;
  if (since > from) return;
  instance.heldSeconds += Math.round((from.getTime() - since.getTime()) / 1000);
  instance.dueAt = await laterBy(held, null, instance.dueAt ?? null, since, from);
  if (!instance.suspendedAt) await planAlarms(held, null, instance.dueAt);
}
