import type { Transaction } from '../../kernel/database/transaction.js';
import { attemptsOf, rollBack, type Token, visitBefore, workBefore } from '../../kernel/process/index.js';
import { refuseGoingBack } from './bound-steps.js';
import { fail, settle } from './engine.js';
import { type Held, hold, stepAt } from './held.js';
import { runLater } from './jobs.js';
import { ExceptionHandling } from './monitor.enums.js';
import type { ProcessInstance } from './process-instance.js';
import type { ProcessTask } from './process-task.js';
import { clearAlarms } from './raise-alarm.js';
import { recall } from './terminate.js';
import { startedBy, stepsOf, stopChildren, tryAnew } from './undo-children.js';

/** Kinds of steps at which something is done that can be gone back to. */
const WORK = ['HUMAN', 'AUTOMATIC', 'EXTERNAL', 'SUBPROCESS'];

/** What was sent back goes to the step that the template names or the one before, or else to a dispatcher (WFL-42). */
export async function rejectStep(
  tx: Transaction,
  instance: ProcessInstance,
  tokenId: string,
  reason: string,
  toDispatcher: boolean,
): Promise<void> {
  const held = await hold(tx, instance, true);
  instance.rejections++;
  const token = held.course.tokens.get(tokenId)!;
  const target = toDispatcher || instance.again ? undefined : targetOf(held, token);
  if (target) {
    await refuseGoingBack(held, target, ['input', 'taskId']);
    return goBack(held, target, reason);
  }
  fail(held, token, 'REJECTED', reason);
  await settle(held);
}

/** What somebody should undo, and cannot, is left to a dispatcher: nothing before it is undone until it was (WFL-43, WFL-46). */
export async function rejectUndoing(
  tx: Transaction,
  instance: ProcessInstance,
  task: ProcessTask,
  reason: string,
): Promise<void> {
  const tokenId = task.token.id;
  // That it is late is over with it: it is asked for anew, or not at all.
  await clearAlarms(tx, instance, { task: task.id });
  const held = await hold(tx, instance);
  instance.rejections++;
  const token = held.course.tokens.get(tokenId)!;
  held.rows.get(tokenId)!.failures = attemptsOf(stepAt(held, token));
  fail(held, token, 'COMPENSATION_REJECTED', reason);
  await settle(held);
}

function targetOf(held: Held, token: Token): Token | undefined {
  const { course } = held;
  const tokens = [...course.tokens.values()];
  const { rollbackTo } = stepAt(held, token);
  if (rollbackTo) return visitBefore(tokens, token, rollbackTo);
  return workBefore(tokens, token, (step) => WORK.includes(course.process.steps.get(step)?.kind ?? ''));
}

/** Goes back to a visit: what followed is taken back or undone, the newest first, and then its step begins again (WFL-42, WFL-43). */
export async function goBack(held: Held, target: Token, reason: string): Promise<void> {
  const { tx, instance, course } = held;
  instance.rollBacks++;
  held.handling = ExceptionHandling.ROLL_BACK;
  const started = await startedBy(tx, instance);
  const back = rollBack(course, [...course.tokens.values()], target, instance, started);
  tryAnew(held, back.compensating);
  await recall(held, back.recalled, reason);
  await stopChildren(held, back, reason);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'process-instance.rolled-back',
    subject: instance,
    reason,
    regionId: instance.region?.id,
    data: { to: target.step, recalled: stepsOf(back.recalled), undone: stepsOf(back.compensating) },
  });
  if (back.compensating.length > 0) {
    instance.again = back.again;
    runLater(tx, instance.id);
  } else {
    course.make(back.again.step, back.again);
    course.settle();
  }
  await settle(held);
}
