import type { Transaction } from '../../kernel/database/transaction.js';
import { isUndoable, type Taken, type Token, undoAll } from '../../kernel/process/index.js';
import { settle } from './engine.js';
import { type Held, hold, lockInstance } from './held.js';
import { letGoOnAbove } from './held-above.js';
import { instanceLifecycle, OPEN_INSTANCES } from './instance.lifecycle.js';
import { runLater, undoSuccessorsLater } from './jobs.js';
import { ExceptionHandling } from './monitor.enums.js';
import { ProcessInstance } from './process-instance.js';
import { recallTasks, terminate } from './terminate.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

/** Visits of a locked instance that have started sub-processes which nothing has undone yet. */
export async function startedBy(tx: Transaction, { id }: ProcessInstance): Promise<Set<string>> {
  await tx.em.flush();
  const sql = `select distinct "parent_visit" "visit" from "process_instance"
    where "parent_id" = ? and "parent_visit" is not null and "rolled_back_at" is null`;
  return new Set((await tx.em.execute<{ visit: string }[]>(sql, [id])).map(({ visit }) => visit));
}

/**
 * Stops the sub-processes that visits of a locked instance have started, with those inside them, at once: nobody works on in them. What was
 * done in them, also in those that had ended, is undone when its turn comes; visits at which nothing is left to be undone are over (WFL-04,
 * WFL-43).
 * @param taken what is taken back; such visits are moved out of what is to be undone
 */
export async function stopChildren({ tx, instance, course }: Held, taken: Taken, reason: string): Promise<void> {
  const calls = taken.compensating.filter((token) => course.stepOf(token).kind === 'SUBPROCESS');
  if (calls.length === 0) return;
  await tx.em.flush();
  const started = { parent: instance.id, parentVisit: { $in: calls.map(({ id }) => id) } };
  // One that was handed over while its row was waited for has a successor, which only whoever holds that row sees.
  for (;;) {
    const children = await tx.em.find(ProcessInstance, { ...started, rolledBackAt: null }, { orderBy: { id: 'asc' } });
    if (children.length === 0) break;
    for (const { id } of children) await stop(tx, id, reason);
    await tx.em.flush();
  }
  const open = await tx.em.find(ProcessInstance, { ...started, status: { $in: [...OPEN_INSTANCES] } });
  const undoing = new Set(open.map(({ parentVisit }) => parentVisit));
  for (const token of calls) {
    const isDone = token.outputs !== null;
    if (undoing.has(token.id) || (isDone && isUndoable(course.stepOf(token)))) continue;
    course.set(token, { status: isDone ? 'UNDONE' : 'RECALLED' });
    taken.compensating.splice(taken.compensating.indexOf(token), 1);
    if (!isDone) taken.recalled.push(token);
  }
}

async function stop(tx: Transaction, id: string, reason: string): Promise<void> {
  const instance = await lockInstance(tx, id);
  instance.rolledBackAt = tx.at;
  const isOpen = OPEN_INSTANCES.includes(instance.status);
  if (instance.status === S.COMPLETED) undoSuccessorsLater(tx, id);
  if (!instance.startedAt) {
    if (isOpen) await terminate(tx, id, reason);
    return;
  }
  const wasHeld = instance.suspendedAt ?? instance.workHeldAt;
  Object.assign(instance, { again: null, endedAt: null, suspendedAt: null, workHeldAt: null });
  const started = await startedBy(tx, instance);
  const held = await hold(tx, instance, true);
  const taken = undoAll(held.course, [...held.course.tokens.values()], instance, started);
  tryAnew(held, taken.compensating);
  await recallTasks(held, {}, reason);
  await stopChildren(held, taken, reason);
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'process-instance.undone', subject: instance, reason },
    regionId: instance.region?.id,
    data: { recalled: stepsOf(taken.recalled), undone: stepsOf(taken.compensating) },
  });
  const { instanceNo } = instance;
  if (instance.status !== S.ROLLING_BACK)
    await instanceLifecycle.move(tx, instance, isOpen ? 'goBack' : 'undo', { reason, data: { instanceNo } });
  if (wasHeld) await letGoOnAbove(tx, instance);
  held.handling = ExceptionHandling.ROLL_BACK;
  await settle(held);
}

/** Codes of the steps of visits. */
export const stepsOf = (visits: readonly Token[]): string[] => visits.map(({ step }) => step);

/** What went wrong at visits before they are undone counts no more. */
export function tryAnew({ rows }: Held, visits: readonly Token[]): void {
  for (const { id } of visits) Object.assign(rows.get(id)!, { failures: 0, error: null, wakesAt: null });
}

/**
 * Lets the sub-processes that a visit has started be undone, one after another, the newest first.
 * @returns whether some of them still have to be
 */
export async function undoChildren({ tx, instance }: Held, { id }: Token): Promise<boolean> {
  const where = { parent: instance.id, parentVisit: id };
  for (const child of await tx.em.find(ProcessInstance, where, { orderBy: { id: 'desc' }, refresh: true })) {
    if (!OPEN_INSTANCES.includes(child.status)) continue;
    if (!child.undoes) {
      const locked = await lockInstance(tx, child.id);
      locked.undoes = true;
      runLater(tx, locked.id);
    }
    return true;
  }
  return false;
}
