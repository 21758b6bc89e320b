import { isDeepStrictEqual } from 'node:util';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { checkValues, externalSystem, outputsFrom, type Token } from '../../kernel/process/index.js';
import { fail, settle } from './engine.js';
import type { ProcessExternalAnswerInput, ProcessExternalProgressInput } from './external.inputs.js';
import { finishStep } from './finish-step.js';
import { isOtherSystem } from './exchange-party.js';
import { type Held, hold, lockInstance, lockWithObject, stepAt } from './held.js';
import { sendLater } from './jobs.js';
import { noteAttempt } from './note-attempt.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessExchange } from './process-exchange.js';
import { ProcessTask } from './process-task.js';
import { refuseValues, valuesOf } from './start.service.js';
import { ExchangeDirection, ExchangeKind, ExchangeStatus } from './exchange.enums.js';
import { logExchange } from './log-exchange.js';
import { logWithdrawal, mustFirstWithdraw, sendWaiting, withdrawalOf } from './withdraw.js';
import { ExceptionHandling } from './monitor.enums.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';
import { messageOf, readMessage } from './task-message.js';
import { type Attempt, noteAttemptToTell } from './untold.js';
import { ProcessInstanceStatus as S, ProcessTaskStatus as T } from './workflow.enums.js';

const MESSAGE = ['input', 'messageId'];

/** Hands a task to its outside system (WFL-51): at least once, tried again with growing pauses, and left to a dispatcher in the end. */
export async function sendTask(context: CallContext, taskId: string): Promise<void> {
  const task = await context.database.orm.em
    .fork()
    .findOne(ProcessTask, { id: taskId }, { populate: ['instance'] as never });
  if (task?.status !== T.PENDING) return;
  const { instance } = task;
  // It is sent when what it waits for is settled.
  if (instance.suspendedAt || (await mustFirstWithdraw(context.database.orm.em.fork(), task))) return;
  try {
    const system = externalSystem(task.operatorCode);
    if (!system) throw new Error(`No outside system ${task.operatorCode} is connected.`);
    const { objectType = null, objectId = null, instanceNo } = instance;
    const about = { instanceNo, objectType, objectId, step: task.step, inputs: task.inputs };
    await system.send({ messageId: messageOf(task), ...about }, context);
  } catch (error) {
    return context.database.write(context, (tx) => noteUnsent(tx, task, error));
  }
  await context.database.write(context, async (tx) => {
    const sent = await lockTask(tx, task);
    // The answer may have come before this, and the task may be about to be sent again.
    if (sent.status === T.PENDING && sent.attempt === task.attempt) await taskLifecycle.move(tx, sent, 'send');
    const { operatorCode: system, inputs: payload } = sent;
    const said = { direction: ExchangeDirection.OUT, kind: ExchangeKind.TASK, messageId: messageOf(task) };
    logExchange(tx, { ...said, system, payload, task: sent, instance: sent.instance });
  });
}

/**
 * Takes a task back from its outside system, where it knows how: what was not done (WFL-44), and what was and is undone (WFL-43). It is not
 * told what a person has settled with it meanwhile.
 */
export async function cancelTask(context: CallContext, taskId: string, attempt: number): Promise<void> {
  const em = context.database.orm.em.fork();
  const task = await em.findOne(ProcessTask, { id: taskId });
  if (!task) return;
  const own = { task: task.id, kind: ExchangeKind.WITHDRAWAL };
  if (!externalSystem(task.operatorCode)?.cancel && !(await em.count(ProcessExchange, own))) return;
  const settled = { ...own, status: ExchangeStatus.SETTLED };
  if (await em.count(ProcessExchange, settled)) return;
  let failure: unknown;
  try {
    const cancel = externalSystem(task.operatorCode)?.cancel;
    if (!cancel) throw new Error(`The outside system ${task.operatorCode} takes nothing back.`);
    await cancel(messageOf(task), context);
  } catch (error) {
    failure = error ?? new Error('It failed.');
  }
  const over = await context.database.write(context, (tx) => noteWithdrawal(tx, task, { attempts: attempt, failure }));
  if (!over) throw failure instanceof Error ? failure : new Error(String(failure));
}

async function noteWithdrawal(tx: Transaction, seen: ProcessTask, attempt: Attempt): Promise<boolean> {
  const task = await lockTask(tx, seen);
  const row = (await withdrawalOf(tx, task)) ?? logWithdrawal(tx, task, {});
  const over = await noteAttemptToTell(tx, row, task.instance, attempt);
  if (over) await sendWaiting(tx, task.instance, task.operatorCode);
  return over;
}

/** Takes progress that an outside system tells (WFL-52). */
export function takeProgress(context: CallContext, input: ProcessExternalProgressInput): Promise<ProcessTask> {
  return context.database.write(context, async (tx) => {
    const { task, isFormer } = await taskOf(tx, input.messageId);
    if (isFormer || !OPEN_TASKS.includes(task.status)) return task;
    const told = task.status === T.ACKNOWLEDGED && task.progress === input.progress;
    task.progress = input.progress;
    if (task.status !== T.ACKNOWLEDGED) await taskLifecycle.move(tx, task, 'acknowledge', { reason: input.progress });
    else if (!told) tx.record(progressed(task, input.progress));
    return task;
  });
}

const progressed = (task: ProcessTask, reason: string) =>
  ({
    kind: 'BUSINESS_FACT',
    type: 'process-task.progressed',
    subject: task,
    regionId: task.region?.id,
    reason,
  }) as const;

/** Takes the answer of an outside system; the same one that comes again changes nothing, and another one is refused (WFL-52). */
export function takeAnswer(context: CallContext, input: ProcessExternalAnswerInput): Promise<ProcessTask> {
  return context.database.write(context, async (tx) => {
    const { task, instance, isFormer } = await taskOf(tx, input.messageId);
    if (isFormer) return refuseReversal(task, input);
    if (task.status === T.RETURNED) refuseOther(task, input);
    if (!OPEN_TASKS.includes(task.status) && task.status !== T.FAILED) return task;
    if (!input.done && task.status === T.FAILED) return task;
    const held = await hold(tx, instance);
    held.handling = ExceptionHandling.ANSWER;
    const token = held.course.tokens.get(task.token.id)!;
    logExchange(tx, {
      ...{ direction: ExchangeDirection.IN, kind: ExchangeKind.RESULT, messageId: input.messageId, instance, task },
      ...{ system: task.operatorCode, payload: { ...input } },
    });
    if (input.done) await takeResult(held, task, token, valuesOf(input.outputs, ['input', 'outputs']));
    else {
      if (!input.reason) refuse('REQUIRED', 'Why was it not done?', ['input', 'reason']);
      await failTask(held, task, token, input.reason!);
    }
    return task;
  });
}

/** What was answered before the task was handed over again stays answered: the same once more changes nothing, and nothing else is taken. */
function refuseReversal(task: ProcessTask, { done }: ProcessExternalAnswerInput): ProcessTask {
  if (done)
    refuse('CONFLICT', 'Another answer to this message was taken, and the task was sent again.', MESSAGE, {
      state: task.status,
    });
  return task;
}

/** Refuses an answer to a task that was done which says otherwise than the one that was taken. */
function refuseOther(task: ProcessTask, { done, outputs }: ProcessExternalAnswerInput): void {
  if (done && isDeepStrictEqual(valuesOf(outputs, ['input', 'outputs']), task.result ?? {})) return;
  refuse('CONFLICT', 'Another answer to this task was taken already.', MESSAGE, { state: task.status });
}

async function takeResult(held: Held, task: ProcessTask, token: Token, result: Record<string, unknown>): Promise<void> {
  const { tx, instance, course } = held;
  const { outputs } = stepAt(held, token);
  refuseValues(
    checkValues(
      outputs.filter(({ from }) => !from),
      result,
      false,
    ),
    ['input', 'outputs'],
  );
  if (token.status === 'STUCK') course.set(token, { status: 'ACTIVE' });
  Object.assign(task, { result, finishedAt: tx.at });
  await taskLifecycle.move(tx, task, 'complete', { data: { result } });
  // A held process takes the answer and goes on when it is resumed.
  if (instance.status === S.SUSPENDED) await settle(held);
  else await finishStep(held, token, outputsFrom(outputs, result, course.scope));
}

async function failTask(held: Held, task: ProcessTask, token: Token, reason: string): Promise<void> {
  task.returnReason = reason.slice(0, 2000);
  await taskLifecycle.move(held.tx, task, 'fail', { reason: task.returnReason });
  fail(held, token, 'EXTERNAL_FAILED', reason);
  await settle(held);
}

async function noteUnsent(
  tx: Transaction,
  { id, token, instance, attempt }: ProcessTask,
  error: unknown,
): Promise<void> {
  const held = await hold(tx, await lockInstance(tx, instance.id));
  const task = await tx.em.findOneOrFail(ProcessTask, { id }, { refresh: true });
  const visit = held.course.tokens.get(token.id);
  if (task.status !== T.PENDING || task.attempt !== attempt || !visit) return;
  const message = error instanceof Error ? error.message : String(error);
  const nextAt = noteAttempt(held, visit, message, false);
  if (nextAt) sendLater(tx, id, nextAt);
  else await failTask(held, task, visit, message);
}

interface Messaged {
  task: ProcessTask;
  instance: ProcessInstance;
  /** Whether the task was handed over again since. */
  isFormer: boolean;
}

async function taskOf(tx: Transaction, messageId: string): Promise<Messaged> {
  const message = readMessage(messageId);
  if (!message) return refuse('NOT_FOUND', 'No such message was sent.', MESSAGE);
  const taskId = encodeId('wj', message.taskId);
  const seen = await tx.get(ProcessTask, taskId, MESSAGE, { lock: false });
  // To a system what another was sent is not there.
  if (seen.operatorKind || isOtherSystem(tx.caller, seen.operatorCode))
    refuse('NOT_FOUND', 'No such message was sent.', MESSAGE);
  const instance = await lockWithObject(tx, seen.instance.id);
  if (seen.aboutKey && !instance.test) refuse('NOT_FOUND', 'No such message was sent.', MESSAGE);
  const task = await tx.get(ProcessTask, taskId, MESSAGE);
  if (message.attempt > task.attempt) refuse('NOT_FOUND', 'No such message was sent.', MESSAGE);
  // Nothing is sent in a test: whoever answers there names the task.
  return { instance, task, isFormer: !instance.test && message.attempt < task.attempt };
}

async function lockTask(tx: Transaction, { id, instance }: ProcessTask): Promise<ProcessTask> {
  await lockInstance(tx, instance.id);
  return tx.em.findOneOrFail(ProcessTask, { id }, { refresh: true });
}
