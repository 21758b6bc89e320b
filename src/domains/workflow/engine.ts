import { attemptsOf, tellOwner, type Token } from '../../kernel/process/index.js';
import { RuleTooCostly } from '../../kernel/rules/index.js';
import { ProcessTemplate } from '../process/index.js';
import { beginWaiting } from './begin-waiting.js';
import { beginWork } from './begin-work.js';
import { closeException, reportException } from './exceptions.js';
import { type Held, stepAt, writeCourse } from './held.js';
import { INTO, instanceLifecycle } from './instance.lifecycle.js';
import { followLater, meetLater, replyLater, runLater } from './jobs.js';
import { ExceptionHandling } from './monitor.enums.js';
import type { ProcessInstance } from './process-instance.js';
import { clearAlarms } from './raise-alarm.js';
import { isEnding, whileSettling } from './settling.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

/** Begins an instance that has not begun. */
export async function beginInstance(held: Held): Promise<void> {
  held.instance.startedAt = held.tx.at;
  held.course.start();
  await settle(held);
}

/**
 * Lets work begin where tokens have come to, writes the course, and brings the instance into the state that follows from its tokens.
 * Every operation on an instance ends with it.
 */
export const settle = (held: Held): Promise<void> => whileSettling(held.tx, held.instance.id, () => settleAll(held));

async function settleAll(held: Held): Promise<void> {
  const { course, instance, tx } = held;
  for (let token = course.entered.shift(); token; token = course.entered.shift()) {
    // What was taken back in the same operation has nothing to do any more, nor has what ends with it.
    if (token.status !== 'ACTIVE' || isEnding(tx, instance.id)) continue;
    if (instance.correlationKey && stepAt(held, token).waitFor?.some(({ when }) => when === 'ENTER'))
      await beginWaiting(held, token);
    else await beginOrStop(held, token);
  }
  const moved = course.changed.size > 0;
  for (const { token, code, message } of course.troubles.splice(0)) fail(held, token, code, message);
  writeCourse(held);
  if (moved && instance.correlationKey) meetLater(tx, instance.correlationKey);
  await calm(held);
  await follow(held);
}

/** Begins the work of a step, or stops there when what it is given takes too long to work out; nothing has begun then. */
async function beginOrStop(held: Held, token: Token): Promise<void> {
  try {
    await beginWork(held, token);
  } catch (error) {
    // What a handler did before may not stay by halves.
    if (!(error instanceof RuleTooCostly) || stepAt(held, token).kind === 'AUTOMATIC') throw error;
    fail(held, token, 'RULE_TOO_COSTLY', error.userErrors[0]!.message);
  }
}

/** Clears alarms about visits that have ended (WFL-57). */
export async function calm({ tx, instance, calmed }: Held): Promise<void> {
  if (calmed.length > 0) await clearAlarms(tx, instance, { tokenId: { $in: calmed.splice(0) } });
}

/** Stops a token that cannot go on (WFL-46). */
export function fail(held: Held, token: { id: string }, code: string, message: string): void {
  const stopped = held.course.tokens.get(token.id)!;
  if (stopped.status !== 'COMPENSATING') held.course.set(stopped, { status: 'STUCK' });
  const { instance, rows } = held;
  instance.exceptionCode = code;
  instance.exceptionMessage = message.slice(0, 2000);
  const row = rows.get(token.id);
  if (row) row.error = instance.exceptionMessage;
}

async function follow(held: Held): Promise<void> {
  const { instance } = held;
  if (!isStuck(held) && instance.exceptionCode) {
    instance.exceptionCode = instance.exceptionMessage = null;
    await closeException(held, held.handling ?? ExceptionHandling.RETRY);
  }
  const status = statusOf(held);
  if (status === instance.status) return;
  const isOver = status === S.COMPLETED || status === S.TERMINATED;
  const failed = status === S.ABNORMAL ? (instance.exceptionMessage ?? null) : null;
  const reason = status === S.TERMINATED ? UNDONE : failed;
  const data = { instanceNo: instance.instanceNo, ...(failed ? { code: instance.exceptionCode } : {}) };
  if (isOver) instance.endedAt = held.tx.at;
  if (isOver && instance.alarmLevel) await clearAlarms(held.tx, instance);
  await instanceLifecycle.move(held.tx, instance, INTO[status], { reason, data });
  if (status === S.ABNORMAL) await reportException(held);
  if (isOver) await ended(held, reason);
}

const UNDONE = 'The step that had started it was rolled back.';

/** Whether a token stands that cannot go on by itself. */
function isStuck({ course, rows }: Held): boolean {
  return course.live.some(
    (token) =>
      token.status === 'STUCK' ||
      (token.status === 'COMPENSATING' && (rows.get(token.id)?.failures ?? 0) >= attemptsOf(course.stepOf(token))),
  );
}

function statusOf(held: Held): S {
  const { live } = held.course;
  const { status, again, rolledBackAt } = held.instance;
  if (status === S.SUSPENDED || status === S.TERMINATED) return status;
  if (live.length === 0) return rolledBackAt ? S.TERMINATED : S.COMPLETED;
  if (isStuck(held)) return S.ABNORMAL;
  if (again || rolledBackAt) return S.ROLLING_BACK;
  return live.some((token) => token.status === 'ACTIVE') ? S.RUNNING : S.WAITING;
}

/** Tells everybody who waits for the end of an instance. */
export async function ended({ tx, instance }: Pick<Held, 'tx' | 'instance'>, reason: string | null): Promise<void> {
  if (instance.parent && (instance.parentToken || instance.rolledBackAt)) runLater(tx, instance.parent.id);
  if (instance.requestMessage && !instance.test) replyLater(tx, instance.id);
  if (instance.awaited) followLater(tx, instance.id);
  if (
    instance.test ||
    instance.parent ||
    instance.handedOver ||
    !instance.objectType ||
    !instance.objectId ||
    !instance.template
  )
    return;
  await tx.em.flush();
  await tellOwner(tx, await outcomeOf(tx.em, instance, reason));
}

async function outcomeOf(em: Held['tx']['em'], instance: ProcessInstance, reason: string | null) {
  const template = await em.findOneOrFail(ProcessTemplate, instance.template!.id);
  return {
    ...{ instanceId: instance.id, instanceNo: instance.instanceNo, template: template.code, reason },
    ...{ objectType: instance.objectType!, objectId: instance.objectId!, variables: instance.variables },
    status: instance.status as 'COMPLETED' | 'TERMINATED',
  };
}
