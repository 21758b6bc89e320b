import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { InternalOrganization } from '../party/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopUnit } from './one-stop-unit.js';
import { endWork, startWork } from './one-stop-work.js';
import { OneStopTaskStatus } from './one-stop.enums.js';
import type { OneStopTaskCompleteInput, OneStopTaskGiveInput, OneStopTaskHandOverInput } from './one-stop.inputs.js';
import { oneStopTaskLifecycle } from './one-stop.lifecycle.js';
import { actsFor, anyUnit, openCaseOf, requireLead } from './acting-units.js';

const TASK: InputPath = ['input', 'taskId'];
const UNIT: InputPath = ['input', 'organizationId'];

/** A unit that takes part in a case. Refuses with NOT_FOUND, NOT_TAKING_PART. */
async function partnerIn(tx: Transaction, item: OneStopCase, id: string): Promise<InternalOrganization> {
  const unit = await anyUnit(tx, id, UNIT);
  const takesPart = await tx.em.count(OneStopUnit, { oneStopCase: item.id, organization: unit.id });
  return takesPart > 0 ? unit : refuse('NOT_TAKING_PART', 'It does not take part in the case.', UNIT);
}

const saidOf = (tx: Transaction, task: OneStopTask, organization: InternalOrganization) => ({
  ...{ taskNo: task.taskNo, caseId: tx.idOf(task.oneStopCase), stage: task.stage, organization: organization.code },
});

/** Gives a unit that takes part something to do; it stands in its work list at once (WFL-74). */
export function giveTask(context: CallContext, input: OneStopTaskGiveInput): Promise<OneStopTask> {
  return context.database.write(context, async (tx) => {
    const item = await openCaseOf(tx, input.caseId);
    const organization = await partnerIn(tx, item, input.organizationId);
    const dueAt = input.dueAt ? new Date(input.dueAt) : null;
    if (dueAt && dueAt <= tx.at) refuse('IN_THE_PAST', 'This moment is over.', ['input', 'dueAt']);
    const number = (await tx.em.count(OneStopTask, { oneStopCase: item.id })) + 1;
    const { stage, name, detail = null } = input;
    const task = tx.add(
      Object.assign(new OneStopTask(), {
        ...{ oneStopCase: item, stage, name, detail, organization, level: organization.ownerLevel, dueAt },
        taskNo: `${item.caseNo}-${String(number).padStart(2, '0')}`,
        ...{ givenBy: tx.caller.subject, givenAt: tx.at, endedAt: null, result: null, processInstance: null },
      }),
    );
    oneStopTaskLifecycle.begin(tx, task, { data: saidOf(tx, task, organization) });
    await startWork(tx, task);
    return task;
  });
}

/** An open task that the caller sees, locked after its case. */
async function openTaskOf(tx: Transaction, id: string): Promise<OneStopTask> {
  const found = await tx.get(OneStopTask, id, TASK, { lock: false });
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  await tx.em.findOneOrFail(OneStopCase, found.oneStopCase.id, lock);
  const task = await tx.em.findOneOrFail(OneStopTask, found.id, lock);
  await tx.em.populate(task, ['oneStopCase.origin', 'organization', 'processInstance']);
  if (task.status !== OneStopTaskStatus.OPEN)
    refuse('INVALID_STATE', `The task is ${task.status}.`, TASK, { state: task.status });
  return task;
}

/** Refuses with OUT_OF_SCOPE who acts neither for the unit that has a task, nor leads its case. */
async function requireHolder(tx: Transaction, task: OneStopTask): Promise<void> {
  if (!actsFor(tx, task.organization)) await requireLead(tx, task.oneStopCase, TASK);
}

/** Hands a task over to another unit that takes part, such as one of another level (WFL-74). */
export function handOverTask(context: CallContext, input: OneStopTaskHandOverInput): Promise<OneStopTask> {
  return context.database.write(context, async (tx) => {
    const task = await openTaskOf(tx, input.taskId);
    await requireHolder(tx, task);
    const to = await partnerIn(tx, task.oneStopCase, input.organizationId);
    const from = task.organization;
    if (from.id === to.id) refuse('CONTRADICTION', 'It has the task already.', UNIT);
    const levels = { fromLevel: task.level, toLevel: to.ownerLevel };
    Object.assign(task, { organization: to, level: to.ownerLevel, handOvers: task.handOvers + 1 });
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'oneStopTask.handed-over', subject: task, reason: input.reason },
      data: { caseId: tx.idOf(task.oneStopCase), from: from.code, to: to.code, ...levels },
    });
    await startWork(tx, task);
    return task;
  });
}

/** Says what came out of a task (WFL-74). */
export function completeTask(context: CallContext, input: OneStopTaskCompleteInput): Promise<OneStopTask> {
  return context.database.write(context, async (tx) => {
    const task = await openTaskOf(tx, input.taskId);
    await requireHolder(tx, task);
    task.result = input.result;
    await endTask(tx, task, 'complete', input.result);
    return task;
  });
}

export async function endTask(
  tx: Transaction,
  task: OneStopTask,
  action: 'complete' | 'cancel',
  reason: string | null,
) {
  await oneStopTaskLifecycle.move(tx, task, action, {
    reason: reason?.slice(0, 500) ?? null,
    data: saidOf(tx, task, task.organization),
  });
  task.endedAt = tx.at;
  await endWork(tx, task);
}
