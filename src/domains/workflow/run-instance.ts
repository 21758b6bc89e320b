import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { isRetryable } from '../../kernel/database/failures.js';
import { NotPlain } from '../../kernel/database/not-plain.js';
import { Refusal } from '../../kernel/errors/index.js';
import { attemptsOf, outputsFrom, stepHandler, type Token } from '../../kernel/process/index.js';
import { fail, settle } from './engine.js';
import { finishStep } from './finish-step.js';
import { type Held, hold, holdRows, liveRows, lockWithObject, stepAt } from './held.js';
import { noteRun, wakeAt } from './jobs.js';
import { ProcessInstance } from './process-instance.js';
import { lookAtInstance, rowsOf } from './look.js';
import { ProcessTask } from './process-task.js';
import type { ProcessToken } from './process-token.js';
import { whileSettling } from './settling.js';
import { noteAttempt } from './note-attempt.js';
import { isOfDomain } from './show-work.js';
import { begin } from './start.service.js';
import { runOf } from './step-run.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { undoVisit } from './undo-visit.js';
import { waitsForTester } from './waits-for-tester.js';
import { ProcessInstanceStatus as S, ProcessTaskStatus } from './workflow.enums.js';

/** States in which an instance goes on by itself. */
const RUNS: readonly S[] = [S.RUNNING, S.WAITING, S.ROLLING_BACK, S.ABNORMAL];

/** A handler that threw, with the visit at which it did. */
class StepFailure extends Error {
  constructor(
    readonly tokenId: string,
    override readonly cause: unknown,
  ) {
    super('The handler of a step has failed.');
  }
}

/**
 * Lets everything in an instance go on that can by itself: automatic steps, compensations, timers that have ended, steps whose
 * sub-process or outside system is done. Each in a transaction of its own, until nothing is left; what a crash interrupts is done
 * when the job runs again.
 */
export async function runInstance(context: CallContext, instanceId: string, signal?: AbortSignal): Promise<void> {
  for (let more = true; more;) {
    signal?.throwIfAborted();
    more = (await movePlainly(context, instanceId, signal)) && (await oneMove(context, instanceId));
  }
}

/**
 * Makes moves that need no more than the instance and its visits, each by one statement, which is its transaction, as long as nobody
 * else changes them. At anything else it leaves off, having written whole moves only.
 * @returns false when the instance has ended: then there is no more to do
 */
async function movePlainly(context: CallContext, instanceId: string, signal?: AbortSignal): Promise<boolean> {
  let seen = await lookAtInstance(context, instanceId);
  let stands: Standing | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const before = stands;
    const made = await context.database.writePlainly(context, async (tx) => {
      noteRun(tx, instanceId);
      if (before) for (const row of [before.instance, ...before.tokens]) tx.keep(row);
      const { instance, tokens } = before ?? rowsOf(tx, seen);
      let held = undefined as Held | undefined;
      const takeUp = async () => (held = await holdRows(tx, instance, tokens));
      const moved = await move(tx, instance, takeUp).catch(orOrdinary);
      // Before an instance rests, what is locked is looked at.
      if (!moved) throw new NotPlain();
      return { instance, held };
    });
    if (!made) return true;
    const { instance, held } = made.value;
    if (!RUNS.includes(instance.status)) return false;
    stands = held && { instance, tokens: liveRows(held) };
    // What has just begun is looked at as it stands now.
    if (!stands) seen = await lookAtInstance(context, instanceId);
  }
}

/** What a handler could not do is tried by an ordinary transaction, which also notes that it failed. */
function orOrdinary(error: unknown): never {
  throw error instanceof StepFailure ? new NotPlain() : error;
}

/** An instance and the visits at which it stands. */
interface Standing {
  instance: ProcessInstance;
  tokens: ProcessToken[];
}

async function oneMove(context: CallContext, instanceId: string): Promise<boolean> {
  try {
    return await context.database.write(context, async (tx) => {
      noteRun(tx, instanceId);
      const instance = await lockWithObject(tx, instanceId);
      return move(tx, instance, () => hold(tx, instance));
    });
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    await context.database.write(context, (tx) => noteFailure(tx, instanceId, error));
    return true;
  }
}

/** Makes the next move of an instance. @returns false when there is none now */
async function move(tx: Transaction, instance: ProcessInstance, takeUp: () => Promise<Held>): Promise<boolean> {
  if (!RUNS.includes(instance.status)) return false;
  if (!instance.startedAt) return beginIfDue(tx, instance);
  const held = await takeUp();
  return (await nextMove(held)) ?? rest(held);
}

async function beginIfDue(tx: Transaction, instance: ProcessInstance): Promise<boolean> {
  const { startsAt, version } = instance;
  if (!startsAt || !version || (await waitsForEnd(tx, instance))) return false;
  if (startsAt > tx.at) wakeAt(tx, instance.id, instance.id, startsAt);
  else await begin(tx, instance);
  return startsAt <= tx.at;
}

/** Whether the instance after whose end one is to begin has not ended (WFL-49). */
async function waitsForEnd(tx: Transaction, { startsAfter }: ProcessInstance): Promise<boolean> {
  if (!startsAfter) return false;
  const { id } = startsAfter;
  return (await tx.em.count(ProcessInstance, { id, status: { $in: [...OPEN_INSTANCES] } })) > 0;
}

/** Nothing can be done now; what comes later is asked for, in case the job that was to do it came a moment too early. */
function rest({ tx, instance, course, rows }: Held): false {
  for (const { id } of course.live) {
    const wakesAt = rows.get(id)?.wakesAt;
    if (wakesAt && wakesAt > tx.at) wakeAt(tx, instance.id, id, wakesAt);
  }
  return false;
}

/** Makes one move. @returns undefined when there is none to make */
async function nextMove(held: Held): Promise<true | undefined> {
  const { course, rows, tx } = held;
  const ready = course.live.filter((token) => {
    const row = rows.get(token.id)!;
    return row.failures < attemptsOf(stepAt(held, token)) && !(row.wakesAt && row.wakesAt > tx.at);
  });
  const undoing = nextToUndo(held);
  if (undoing && ready.includes(undoing))
    if (await undoVisit(held, undoing, (work) => attempt(undoing, work))) return true;
  for (const token of ready) if (token.status === 'ACTIVE' && (await moveToken(held, token))) return true;
  return undefined;
}

/** The newest visit that is to be undone: those before it wait for it. Of a sub-process that is undone with its step none before its turn. */
export function nextToUndo({ course, instance }: Held): Token | undefined {
  if (instance.rolledBackAt && !instance.undoes) return undefined;
  const undoing = course.live.filter(({ status }) => status === 'COMPENSATING');
  return undoing.sort((a, b) => b.leftSeq! - a.leftSeq!)[0];
}

async function moveToken(held: Held, token: Token): Promise<boolean> {
  switch (stepAt(held, token).kind) {
    case 'AUTOMATIC':
      return automatic(held, token);
    case 'TIMER':
      await finishStep(held, token, {});
      return true;
    case 'SUBPROCESS':
      return subprocess(held, token);
    case 'EXTERNAL':
      return answered(held, token);
    default:
      return false;
  }
}

async function automatic(held: Held, token: Token): Promise<boolean> {
  const step = stepAt(held, token);
  if (isOfDomain(step, held.instance)) return false;
  const handler = stepHandler(step.handler!);
  if (waitsForTester(step, held.instance)) return answered(held, token);
  await attempt(token, () =>
    whileSettling(held.tx, held.instance.id, async () => {
      if (!handler?.run) throw new Error(`There is no handler ${step.handler}.`);
      const result = (await handler.run(held.tx, runOf(held, token))) ?? {};
      await finishStep(held, token, outputsFrom(step.outputs, result, held.course.scope));
    }),
  );
  return true;
}

async function attempt(token: Token, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isRetryable(error)) throw error;
    throw new StepFailure(token.id, error);
  }
}

/** Ends a step whose sub-process has ended (WFL-04). */
async function subprocess(held: Held, token: Token): Promise<boolean> {
  const { tx, course, instance } = held;
  const child = await tx.em.findOne(ProcessInstance, { parent: instance.id, parentToken: token.id }, { refresh: true });
  if (!child || OPEN_INSTANCES.includes(child.status)) return false;
  if (child.status === S.COMPLETED)
    await finishStep(held, token, outputsFrom(stepAt(held, token).outputs, child.variables, course.scope));
  else {
    fail(held, token, 'SUBPROCESS_TERMINATED', `The sub-process ${child.instanceNo} was ended by hand.`);
    await settle(held);
  }
  return true;
}

/** Ends a step whose outside system answered while the instance was held. */
async function answered(held: Held, token: Token): Promise<boolean> {
  const task = await held.tx.em.findOne(ProcessTask, { token: token.id, status: ProcessTaskStatus.RETURNED });
  if (!task) return false;
  await finishStep(held, token, outputsFrom(stepAt(held, token).outputs, task.result ?? {}, held.course.scope));
  return true;
}

/** Tries a failed step again after a while; what the business refuses, or fails too often, is left to a dispatcher (WFL-46, WFL-47). */
async function noteFailure(tx: Transaction, instanceId: string, { tokenId, cause }: StepFailure): Promise<void> {
  const held = await hold(tx, await lockWithObject(tx, instanceId));
  const token = held.course.live.find(({ id }) => id === tokenId);
  if (!token) return;
  if (cause instanceof Refusal && token.status === 'ACTIVE') {
    const outputs = await refused(held, token, cause);
    if (outputs) return finishStep(held, token, outputs);
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  const nextAt = noteAttempt(held, token, message, cause instanceof Refusal);
  const row = held.rows.get(tokenId)!;
  row.wakesAt = nextAt;
  if (nextAt) wakeAt(tx, instanceId, tokenId, nextAt);
  else fail(held, token, token.status === 'COMPENSATING' ? 'COMPENSATION_FAILED' : 'STEP_FAILED', message);
  await settle(held);
}

/** What comes out of a step that the business refuses, where its handler says so. */
async function refused(held: Held, token: Token, refusal: Refusal): Promise<Record<string, unknown> | undefined> {
  const { tx, instance } = held;
  const step = stepAt(held, token);
  const handler = step.handler === null ? undefined : stepHandler(step.handler);
  if (!handler?.refused) return undefined;
  const result = await whileSettling(tx, instance.id, () => handler.refused!(tx, runOf(held, token), refusal));
  return result ? outputsFrom(step.outputs, result, held.course.scope) : undefined;
}
