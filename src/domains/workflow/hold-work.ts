import type { Transaction } from '../../kernel/database/transaction.js';
import type { Node } from '../../kernel/model/index.js';
import { type Held, hold, lockInstance, stepAt } from './held.js';
import { holdAbove, letGoOnAbove, lockAbove } from './held-above.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { planAlarmsOf } from './limit-alarms.js';
import { MAY_BE_HELD, moveLimitOfAll } from './limit-of-all.js';
import { actingOn, laterBy } from './limits.js';
import { ProcessTask } from './process-task.js';
import { isSettling } from './settling.js';

const taskAbout = (tx: Transaction, about: Node): Promise<ProcessTask | null> =>
  tx.em.findOne(ProcessTask, { aboutId: tx.idOf(about), status: { $in: MAY_BE_HELD } });

/** See `holdWork` of the kernel. */
export async function holdWork(tx: Transaction, about: Node): Promise<boolean> {
  const task = await taskAbout(tx, about);
  if (!task || task.heldAt) return false;
  await lockAbove(tx, task.instance.id);
  const instance = await lockInstance(tx, task.instance.id);
  task.heldAt = tx.at;
  if (instance.workHeldAt) return true;
  instance.workHeldAt = tx.at;
  await holdAbove(tx, instance);
  return true;
}

/** See `resumeWork` of the kernel. */
export async function resumeWork(tx: Transaction, about: Node): Promise<boolean> {
  const task = await taskAbout(tx, about);
  if (!task?.heldAt) return false;
  await lockAbove(tx, task.instance.id);
  await letGoOn(tx, task);
  return true;
}

/** Lets the limit of a held task run again, and that of its process when nothing else in it is held (WFL-45). */
export async function letGoOn(tx: Transaction, task: ProcessTask): Promise<void> {
  const since = task.heldAt!;
  task.heldAt = null;
  const instance = await lockInstance(tx, task.instance.id);
  if (!OPEN_INSTANCES.includes(instance.status)) return;
  // While the process itself goes from step to step its limits are just being set.
  if (!isSettling(tx, instance.id)) await moveLimit(await hold(tx, instance), task, since);
  await moveLimitOfAll(tx, instance);
  await letGoOnAbove(tx, instance);
}

/** In a held instance the limits stand still as long as that is held, whatever happens to its work. */
const runsFrom = ({ tx, instance }: Held): Date => instance.suspendedAt ?? tx.at;

async function moveLimit(held: Held, task: ProcessTask, since: Date): Promise<void> {
  const from = runsFrom(held);
  const token = held.course.tokens.get(task.token.id);
  const row = token && held.rows.get(token.id);
  if (!row || since > from) return;
  const start = since < row.enteredAt ? row.enteredAt : since;
  const step = stepAt(held, token);
  task.dueAt = await laterBy(held, step, task.dueAt ?? null, start, from, actingOn(task, step));
  // A step is to be done by when the last of its work is.
  if (row.dueAt && task.dueAt && task.dueAt > row.dueAt) row.dueAt = task.dueAt;
  if (!held.instance.suspendedAt) await planAlarmsOf(held, token);
}
