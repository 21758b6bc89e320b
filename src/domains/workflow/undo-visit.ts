import {
  type CompensationTask,
  compensationOf,
  externalSystem,
  stepHandler,
  type Token,
} from '../../kernel/process/index.js';
import type { ProcessOperatorKind } from '../process/index.js';
import { settle } from './engine.js';
import { type Held, rowOf, stepAt } from './held.js';
import { reportNobody } from './nobody.js';
import { ProcessTask } from './process-task.js';
import { planAlarms } from './limit-alarms.js';
import { dueAt, workAt } from './limits.js';
import { responsibleOf } from './raise-alarm.js';
import { whileSettling } from './settling.js';
import { runOf } from './step-run.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';
import { undoChildren } from './undo-children.js';
import { withdrawLater } from './withdraw.js';
import { ProcessTaskStatus } from './workflow.enums.js';

/**
 * Undoes a visit whose turn it is: first its sub-processes, then what its step did, by its handler or by a task of a person (WFL-43).
 * @param attempt runs the handler, so that what it throws belongs to the visit
 * @returns undefined while it waits for something
 */
export async function undoVisit(
  held: Held,
  token: Token,
  attempt: (work: () => Promise<void>) => Promise<void>,
): Promise<true | undefined> {
  const step = stepAt(held, token);
  const compensation = compensationOf(step);
  if (step.kind === 'SUBPROCESS' && (await undoChildren(held, token))) return undefined;
  // What was not done has nothing to be undone besides the sub-process that was to do it.
  const { outputs } = token;
  if (compensation !== null && outputs)
    await attempt(async () => {
      const undo = stepHandler(compensation)?.compensate;
      if (!undo) throw new Error(`No handler ${compensation} can undo anything.`);
      // What is undone on the object belongs to this very move.
      await whileSettling(held.tx, held.instance.id, () => undo(held.tx, runOf(held, token), outputs));
    });
  const compensationTask = outputs && (await taskToUndo(held, token));
  if (compensationTask) return askToUndo(held, token, compensationTask);
  await isUndone(held, token);
  return true;
}

/**
 * What a person is to do so that a step is undone: what it says; and where an outside system did it that cannot be told to undo it, and the
 * step says nothing, whoever is responsible sees to it: nothing is undone in silence (WFL-43).
 */
async function taskToUndo(held: Held, token: Token): Promise<CompensationTask | null> {
  const { tx, instance } = held;
  const { kind, compensation, compensationTask } = stepAt(held, token);
  if (compensationTask || compensation !== null || kind !== 'EXTERNAL' || instance.test)
    return compensationTask ?? null;
  const done = { token: token.id, operatorKind: null, status: ProcessTaskStatus.RETURNED };
  let told = true;
  for (const task of await tx.em.find(ProcessTask, done)) {
    if (externalSystem(task.operatorCode)?.cancel) await withdrawLater(tx, task);
    else told = false;
  }
  return told ? null : { operator: await responsibleOf(tx, instance), name: null };
}

/** Somebody undoes it: a task that the roll-back waits for. @returns undefined when there is one already */
async function askToUndo(held: Held, token: Token, { operator, name }: CompensationTask): Promise<true | undefined> {
  const { tx, instance } = held;
  const own = { token: token.id };
  if (await tx.em.count(ProcessTask, { ...own, compensates: true, status: { $in: [...OPEN_TASKS] } })) return undefined;
  const step = stepAt(held, token);
  const number = (await tx.em.count(ProcessTask, own)) + 1;
  const row = rowOf(held, token);
  row.dueAt = await dueAt(held, workAt(held, token), operator);
  await planAlarms(held, token, row.dueAt, operator);
  const task = Object.assign(new ProcessTask(), {
    ...{ instance, token: row, step: step.code, region: instance.region ?? null, compensates: true },
    taskNo: `${instance.instanceNo}-${token.seq}.${number}`,
    name: (name ?? `Undo: ${step.name}`).slice(0, 200),
    ...{ operatorKind: operator.kind as ProcessOperatorKind, operatorCode: operator.code },
    inputs: { ...runOf(held, token).inputs, ...token.outputs },
    ...{ arrivedAt: tx.at, dueAt: row.dueAt, result: null },
  });
  taskLifecycle.begin(tx, tx.add(task), { data: { instanceNo: instance.instanceNo, step: step.code } });
  await taskLifecycle.move(tx, task, 'dispatch');
  await reportNobody(tx, task, instance);
  return true;
}

/** A visit is undone. After the last one the course goes on where it went back to. */
export async function isUndone(held: Held, token: Token): Promise<void> {
  const { course, instance } = held;
  course.set(token, { status: 'UNDONE' });
  if (instance.again && !course.live.some(({ status }) => status === 'COMPENSATING')) {
    const { step: code, ...from } = instance.again as Pick<Token, 'step' | 'parents' | 'branches' | 'via'>;
    instance.again = null;
    course.make(code, from);
    course.settle();
  }
  await settle(held);
}
