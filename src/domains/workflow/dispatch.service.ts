import { isDeepStrictEqual } from 'node:util';
import type { DataOf, EventTypes } from '../../kernel/events/event-type.js';
import type { workflowEvents } from './workflow.events.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, Refusal, refuse } from '../../kernel/errors/index.js';
import { type Branch, branchSteps, inputsFrom, LIVE, type Token } from '../../kernel/process/index.js';
import type {
  ProcessInstanceMoveInput,
  ProcessInstanceRetryInput,
  ProcessInstanceRollBackInput,
  ProcessInstancesInput,
} from './dispatch.inputs.js';
import { refuseGoingBack, refusePassing } from './bound-steps.js';
import { settle } from './engine.js';
import { ExchangeDirection, ExchangeKind } from './exchange.enums.js';
import { type Held, hold, lockWithObject, stepAt } from './held.js';
import { lockAbove, lockOutermost } from './held-above.js';
import { resume, suspend, wentOn } from './hold-instance.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { runLater, sendLater } from './jobs.js';
import { ExceptionHandling } from './monitor.enums.js';
import { ProcessExchange } from './process-exchange.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import { goBack } from './reject.js';
import { holdObject, refuseSteered, refuseUnheld } from './steered.js';
import { taskLifecycle } from './task.lifecycle.js';
import { messageOf } from './task-message.js';
import { recall, terminate } from './terminate.js';
import { ProcessInstanceStatus as S, ProcessTaskStatus } from './workflow.enums.js';
import type { ProcessInstanceRefusal } from './workflow.payloads.js';

interface EachOptions {
  /** Whether the operation has done it already, with another instance. */
  isDone?: (tx: Transaction, instance: ProcessInstance) => boolean;
  /** Refuses one whose object says otherwise. */
  admit?: (tx: Transaction, instance: ProcessInstance, path: InputPath) => Promise<void>;
}

/** What an operation on many instances did. */
export interface DoneOnEach {
  /** Those on which it was done, in the order of the input. */
  instances: ProcessInstance[];
  /** Those on which it was refused while the others were not. */
  refused: ProcessInstanceRefusal[];
}

/** Runs a step on all of several instances or on none; or on each by itself, telling of those where it is refused. */
async function onEach(context: CallContext, input: ProcessInstancesInput, ...how: Step): Promise<DoneOnEach> {
  if (!input.skipRefused) return { instances: await onAll(context, input, ...how), refused: [] };
  const done: DoneOnEach = { instances: [], refused: [] };
  for (const [index, id] of input.instanceIds.entries())
    try {
      done.instances.push(...(await onAll(context, { ...input, instanceIds: [id] }, ...how)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message } = error.userErrors[0]!;
      done.refused.push({ index, code, message });
    }
  return done;
}

type Step = [
  step: (tx: Transaction, instance: ProcessInstance, path: (string | number)[]) => Promise<unknown>,
  options?: EachOptions,
];

/** Runs a step on each of several instances, locked in the order of their keys so that two who hold many never block each other. */
function onAll(
  context: CallContext,
  { instanceIds }: ProcessInstancesInput,
  ...[step, { isDone = () => false, admit = refuseSteered } = {}]: Step
): Promise<ProcessInstance[]> {
  return context.database.write(context, async (tx) => {
    const order = instanceIds.map((id, index) => ({ id, index })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const instances: ProcessInstance[] = [];
    const seen: string[] = [];
    for (const [index, id] of instanceIds.entries())
      seen.push((await tx.get(ProcessInstance, id, ['input', 'instanceIds', index], { lock: false })).id);
    await lockOutermost(tx, seen);
    for (const { id, index } of order) {
      const path = ['input', 'instanceIds', index];
      const instance = await dispatchedBelow(tx, id, path);
      instances[index] = instance;
      if (isDone(tx, instance)) continue;
      await admit(tx, instance, path);
      if (!OPEN_INSTANCES.includes(instance.status))
        refuse('INVALID_STATE', 'This process has ended.', path, { state: instance.status });
      await step(tx, instance, path);
    }
    return instances;
  });
}

/** An instance that somebody dispatches, locked after what its course will change. */
async function dispatched(tx: Transaction, id: string, path: InputPath): Promise<ProcessInstance> {
  const seen = await tx.get(ProcessInstance, id, path, { lock: false });
  return lockWithObject(tx, seen.id);
}

/** The same, with the instances before it whose steps wait for it. */
async function dispatchedBelow(tx: Transaction, id: string, path: InputPath): Promise<ProcessInstance> {
  const seen = await tx.get(ProcessInstance, id, path, { lock: false });
  await lockAbove(tx, seen.id);
  return lockWithObject(tx, seen.id);
}

/** Holds instances: nothing in them goes on, and their time limits stand still (WFL-45). */
export function suspendInstances(context: CallContext, input: ProcessInstancesInput): Promise<DoneOnEach> {
  const hold = async (tx: Transaction, instance: ProcessInstance, path: InputPath) => {
    // One that this very call holds with the process of which it is a part.
    if (instance.suspendedAt?.getTime() === tx.at.getTime()) return;
    if (instance.suspendedAt)
      refuse('INVALID_STATE', 'This process is held already.', path, { state: instance.status });
    await suspend(tx, instance, input.reason);
    await holdObject(tx, instance, 'hold');
  };
  return onEach(context, input, hold, { admit: refuseUnheld });
}

/** Lets held instances go on; what time was left for their work is left still (WFL-45). */
export function resumeInstances(context: CallContext, input: ProcessInstancesInput): Promise<DoneOnEach> {
  const letGoOn = async (tx: Transaction, instance: ProcessInstance, path: InputPath) => {
    if (!instance.suspendedAt)
      return refuse('INVALID_STATE', 'This process is not held.', path, { state: instance.status });
    await resume(tx, instance, input.reason);
    await holdObject(tx, instance, 'resume');
  };
  // One that this very call lets go on with the process of which it is a part.
  return onEach(context, input, letGoOn, { isDone: wentOn, admit: refuseUnheld });
}

/** Ends instances by hand (WFL-44). */
export function terminateInstances(context: CallContext, input: ProcessInstancesInput): Promise<DoneOnEach> {
  // One that this very call ends with the process of which it is a part.
  const ended = (tx: Transaction, { status, endedAt }: ProcessInstance) =>
    status === S.TERMINATED && endedAt?.getTime() === tx.at.getTime();
  return onEach(context, input, (tx, instance) => terminate(tx, instance.id, input.reason), { isDone: ended });
}

/** Lets what has failed be tried again: steps, compensations, tasks that an outside system did not take (WFL-47). */
export function retryInstance(context: CallContext, input: ProcessInstanceRetryInput): Promise<ProcessInstance> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'instanceId'];
    const instance = await dispatched(tx, input.instanceId, path);
    if (instance.status !== S.ABNORMAL || !instance.startedAt)
      refuse('INVALID_STATE', 'Nothing has failed here.', path, { state: instance.status });
    const held = await hold(tx, instance);
    for (const token of held.course.live) await again(held, token.id);
    held.handling = ExceptionHandling.RETRY;
    note(tx, instance, 'process-instance.retried', input.reason, {});
    runLater(tx, instance.id);
    await settle(held);
    return instance;
  });
}

async function again(held: Held, tokenId: string): Promise<void> {
  const { course, rows, tx } = held;
  const token = course.tokens.get(tokenId)!;
  const row = rows.get(tokenId)!;
  if (token.status !== 'STUCK' && row.failures === 0) return;
  Object.assign(row, { failures: 0, error: null, wakesAt: null });
  if (token.status !== 'STUCK') return;
  const { kind } = course.stepOf(token);
  // The work of the step was done, but no flow held: they are tried again, over variables that may have changed.
  if (token.leftSeq !== null) return course.leadOn(token);
  // The work of the step was done, and waits for others (WFL-49): it does so again.
  if (token.outputs !== null) return course.set(token, { status: 'WAITING' });
  const failed = await tx.em.findOne(ProcessTask, { token: tokenId, status: ProcessTaskStatus.FAILED });
  if (!failed && kind !== 'AUTOMATIC' && kind !== 'TIMER') return sendTo(held, token, token.step);
  course.set(token, { status: 'ACTIVE' });
  if (!failed) return void course.entered.push(token);
  const inputs = inputsFrom(stepAt(held, token).inputs, course.scope);
  // Values that were set right since make another message of it.
  if (!isDeepStrictEqual(inputs, failed.inputs) || (await wasAnswered(tx, failed))) failed.attempt++;
  failed.inputs = inputs;
  await taskLifecycle.move(tx, failed, 'resend');
  sendLater(tx, failed.id);
}

/** Whether an outside system said that it has not done a task. What did not arrive for certain is sent under its name again, to be taken once. */
async function wasAnswered({ em }: Transaction, task: ProcessTask): Promise<boolean> {
  const answer = { direction: ExchangeDirection.IN, kind: ExchangeKind.RESULT, messageId: messageOf(task) };
  return (await em.count(ProcessExchange, { task: task.id, ...answer })) > 0;
}

const ofOne = ({ id, branches }: Token): Pick<Token, 'parents' | 'branches'> => ({ parents: [id], branches });

/** Sends a token to a step. Work that was done stays done; work that was not is taken back. */
export function sendTo({ course }: Held, token: Token, step: string, from = ofOne(token)): void {
  if (token.leftSeq !== null) return course.divert(token, step, from);
  course.set(token, { status: 'RECALLED', leftSeq: ++course.seq });
  course.make(step, { ...from, via: null });
  course.settle();
}

/** Names the next step of a visit by hand (WFL-37). */
export function moveInstance(context: CallContext, input: ProcessInstanceMoveInput): Promise<ProcessInstance> {
  return onToken(context, input.tokenId, true, async (held, row) => {
    const { course, instance, tx } = held;
    const token = course.tokens.get(row.id);
    if (!token || !LIVE.includes(token.status) || token.status === 'COMPENSATING')
      return refuse('INVALID_STATE', 'This visit does not stand at its step.', ['input', 'tokenId'], {
        state: row.status,
      });
    const target = course.process.steps.get(input.step);
    if (!target || target.kind === 'START')
      return refuse('STEP_UNKNOWN', `There is no step ${input.step} to go to.`, ['input', 'step']);
    // What goes back meanwhile would come into the split again after it was left.
    if (input.leaveSplit && instance.again)
      return refuse('INVALID_STATE', 'It is going back.', ['input', 'leaveSplit'], { state: instance.status });
    const others = input.leaveSplit ? besides(held, token) : [];
    await refusePassing(held, [token, ...others], input.step, ['input', 'step']);
    if (!input.leaveSplit) await refuseOutside(held, token, input.step);
    await recall(held, [token, ...others], input.reason);
    note(tx, instance, 'process-instance.moved', input.reason, { from: token.step, to: input.step });
    for (const other of others) course.set(other, { status: 'RECALLED', leftSeq: ++course.seq });
    // What follows comes of all branches, so that going back into any of them takes it back.
    const parents = [token, ...others].map(({ id }) => id);
    sendTo(held, token, input.step, input.leaveSplit ? { parents, branches: token.branches.slice(0, -1) } : undefined);
    held.handling = ExceptionHandling.MOVE;
    await settle(held);
  });
}

/**
 * Refuses a step outside of the branch in which a token stands, while others of the split are under way: they come by themselves to what
 * follows, and it would be done twice. That a branch ends leads to nothing that another would do again.
 */
async function refuseOutside(held: Held, token: Token, to: string): Promise<void> {
  const { course, tx, instance } = held;
  const inner = token.branches.at(-1);
  if (!inner || course.process.steps.get(to)!.kind === 'END' || beside(held, token, inner).length === 0) return;
  const visits = await tx.em.find(ProcessToken, { instance: instance.id });
  const split = visits.find(({ id }) => id === inner.split);
  const first = visits.find(({ parents, branches }) => {
    const own = (branches as Branch[]).at(-1);
    return (parents as string[]).includes(inner.split) && own?.split === inner.split && own.flow === inner.flow;
  });
  if (!split || !first || branchSteps(course.process.definition, split.step, first.step).has(to)) return;
  refuse(
    'SPLIT_OPEN',
    `${to} is outside of the branch: leave the split, or what follows it is done twice.`,
    ['input', 'step'],
    { split: split.step },
  );
}

/** Tokens in the other branches of the innermost split in which one stands. */
function besides(held: Held, token: Token): Token[] {
  const inner = token.branches.at(-1);
  if (!inner)
    return refuse('NOT_PARALLEL', 'It stands in no parallel branch.', ['input', 'leaveSplit'], { step: token.step });
  return beside(held, token, inner);
}

function beside({ course }: Held, token: Token, inner: Branch): Token[] {
  return course.live.filter(
    ({ id, status, branches }) =>
      id !== token.id && status !== 'COMPENSATING' && branches.some(({ split }) => split === inner.split),
  );
}

/** Goes back to a visit whose work was done (WFL-42, WFL-43). */
export function rollBackInstance(context: CallContext, input: ProcessInstanceRollBackInput): Promise<ProcessInstance> {
  return onToken(context, input.tokenId, true, async (held, row) => {
    const path = ['input', 'tokenId'];
    const token = held.course.tokens.get(row.id)!;
    if (held.instance.again) refuse('INVALID_STATE', 'It is going back already.', path);
    if (token.status !== 'DONE')
      refuse('INVALID_STATE', 'No work was done at this visit.', path, { state: token.status });
    await refuseGoingBack(held, token, path);
    await goBack(held, token, input.reason);
  });
}

/**
 * Runs a step on the instance of a visit, locked; it must run.
 * @param all also with visits that have moved on, and with the instances around it locked before: what is held in its sub-processes may end
 */
export function onToken(
  context: CallContext,
  tokenId: string,
  all: boolean,
  step: (held: Held, row: ProcessToken) => Promise<void>,
): Promise<ProcessInstance> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'tokenId'];
    const row = await tx.get(ProcessToken, tokenId, path, { lock: false });
    if (all) await lockAbove(tx, row.instance.id);
    const instance = await lockWithObject(tx, row.instance.id);
    if (!OPEN_INSTANCES.includes(instance.status) || instance.suspendedAt)
      refuse('INVALID_STATE', 'The process does not run.', path, { state: instance.status });
    await step(await hold(tx, instance, all), row);
    return instance;
  });
}

/** Records what a dispatcher did. */
export function note<Type extends keyof DataOf<typeof workflowEvents> & `process-instance.${string}`>(
  tx: Transaction,
  instance: ProcessInstance,
  type: Type,
  reason: string,
  data: EventTypes[Type],
): void {
  tx.recordAny({ kind: 'BUSINESS_FACT', type, subject: instance, regionId: instance.region?.id, reason, data });
}
