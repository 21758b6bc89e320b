import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { checkValues, outputsFrom } from '../../kernel/process/index.js';
import { callerEmployee, Employee } from '../organisation/index.js';
import { knownTo, ProcessOperatorKind } from '../process/index.js';
import { finishStep } from './finish-step.js';
import { hold, lockInstance, stepAt } from './held.js';
import { mayAct } from './may-act.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { rejectStep } from './reject.js';
import { refuseValues, valuesOf } from './start.service.js';
import type {
  ProcessTaskAssignInput,
  ProcessTaskCompleteInput,
  ProcessTaskForwardInput,
  ProcessTaskProgressInput,
  ProcessTaskRejectInput,
  ProcessTaskStepInput,
} from './task.inputs.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

const TASK = ['input', 'taskId'];

interface OpenTask {
  tx: Transaction;
  task: ProcessTask;
  instance: ProcessInstance;
  /** The calling employee; null for administrators and systems. */
  own: Employee | null;
}

/** Runs a step with a task of a person that is still to be done. The instance is locked first: two who act at once follow each other. */
function onTask<T>(context: CallContext, taskId: string, step: (open: OpenTask) => Promise<T>): Promise<T> {
  return context.database.write(context, async (tx) => {
    const seen = await tx.get(ProcessTask, taskId, TASK, { lock: false });
    const instance = await lockInstance(tx, seen.instance.id);
    const task = await tx.get(ProcessTask, taskId, TASK);
    if (!OPEN_TASKS.includes(task.status))
      refuse('CONFLICT', 'This task is not to be done any more.', TASK, { state: task.status });
    if (!task.operatorKind) refuse('NOT_FOR_PEOPLE', 'An outside system does this task.', TASK);
    if ([S.SUSPENDED, S.TERMINATED, S.COMPLETED].includes(instance.status))
      refuse('INVALID_STATE', 'The process does not run.', TASK, { state: instance.status });
    return step({ tx, task, instance, own: await callerEmployee(tx) });
  });
}

/** Refuses staff who neither have the task nor may take it; of a task that somebody has, also others than those whom it was escalated to. */
async function refuseStranger({ tx, task, own }: OpenTask): Promise<void> {
  if (tx.caller.kind !== 'STAFF') return;
  if (own && task.assignee?.id === own.id) return;
  const { may, escalated } = own ? await mayAct(tx, task, own.id) : { may: false, escalated: false };
  if (task.assignee ? escalated : may) return;
  refuse('NOT_YOURS', task.assignee ? 'Somebody else has this task.' : 'This task is not for you.', TASK);
}

/** Takes a task out of the common list (签收). */
export function claimTask(context: CallContext, input: ProcessTaskStepInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { tx, task, own } = open;
    if (!own) return refuse('NOT_AN_EMPLOYEE', 'Only an employee takes a task.', TASK);
    if (task.assignee && !(task.assignee.id !== own.id && (await mayAct(tx, task, own.id)).escalated))
      refuse('CONFLICT', 'Somebody has this task already.', TASK);
    await refuseStranger(open);
    await give(open, own, 'accept', input.reason ?? null);
    task.acceptedAt = tx.at;
    return task;
  });
}

/** Gives a task to one of those who may do it. */
export function assignTask(context: CallContext, input: ProcessTaskAssignInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const employee = await open.tx.get(Employee, input.employeeId, ['input', 'employeeId'], { lock: false });
    if (!(await mayAct(open.tx, open.task, employee.id)).may)
      refuse('NOT_CANDIDATE', 'They may not do this task.', ['input', 'employeeId']);
    open.task.delegator = null;
    open.task.acceptedAt ??= open.tx.at;
    await give(open, employee, 'accept', input.reason ?? null);
    return open.task;
  });
}

/** Lets somebody do a task in place of its holder, whether they might do it themselves or not; from them it goes back to the holder. */
export function delegateTask(context: CallContext, input: ProcessTaskAssignInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const path = ['input', 'employeeId'];
    const { task } = open;
    await refuseStranger(open);
    const holder = task.assignee ?? open.own;
    if (!holder) return refuse('NOT_AN_EMPLOYEE', 'Nobody has this task.', TASK);
    const employee = await open.tx.get(Employee, input.employeeId, path, { lock: false });
    if (employee.id === holder.id) refuse('DUPLICATE', 'They have it already.', path);
    task.delegator ??= holder;
    task.acceptedAt ??= open.tx.at;
    await give(open, employee, 'accept', input.reason ?? null);
    return task;
  });
}

/** Gives a task back: to whom it was delegated by, else into the common list. */
export function releaseTask(context: CallContext, input: ProcessTaskStepInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { task } = open;
    if (!task.assignee) refuse('CONFLICT', 'Nobody has this task.', TASK);
    await refuseStranger(open);
    const to = task.delegator ?? null;
    task.delegator = null;
    if (!to) task.acceptedAt = null;
    await give(open, to, to ? 'accept' : 'release', input.reason ?? null);
    return task;
  });
}

/** Passes a task on to another position, role, unit or person (转派). */
export function forwardTask(context: CallContext, input: ProcessTaskForwardInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { task, tx } = open;
    const { kind, code } = input.operator;
    await refuseStranger(open);
    const known = await knownTo(tx.em, '', { steps: [{ operator: { kind, code } }] as never });
    if (!known.isOperator(kind, code))
      refuse('OPERATOR_UNKNOWN', `There is no ${kind} ${code}.`, ['input', 'operator']);
    Object.assign(task, { operatorKind: kind, operatorCode: code, delegator: null, acceptedAt: null });
    const person = kind === ProcessOperatorKind.EMPLOYEE ? await tx.em.findOne(Employee, { employeeNo: code }) : null;
    if (person) task.acceptedAt = tx.at;
    await give(open, person, person ? 'accept' : 'release', input.reason ?? null);
    return task;
  });
}

/** Notes progress. */
export function progressTask(context: CallContext, input: ProcessTaskProgressInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    await refuseStranger(open);
    takeIfFree(open);
    open.task.progress = input.progress;
    await taskLifecycle.move(open.tx, open.task, 'progress', { reason: input.progress });
    return open.task;
  });
}

/** Ends a task with what came out of it; the process goes on (WFL-36, WFL-41). */
export function completeTask(context: CallContext, input: ProcessTaskCompleteInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { tx, task, instance } = open;
    await refuseStranger(open);
    const held = await hold(tx, instance);
    const token = held.course.tokens.get(task.token.id)!;
    const { outputs } = stepAt(held, token);
    const given = valuesOf(input.outputs, ['input', 'outputs']);
    refuseValues(
      checkValues(
        outputs.filter(({ from }) => !from),
        given,
      ),
      ['input', 'outputs'],
    );
    takeIfFree(open);
    task.result = given;
    task.finishedAt = tx.at;
    await taskLifecycle.move(tx, task, 'complete', { reason: input.reason ?? null, data: { result: given } });
    await finishStep(held, token, outputsFrom(outputs, given, held.course.scope));
    return task;
  });
}

/** Sends a task back: the process goes to an earlier step, or to a dispatcher (WFL-42). */
export function rejectTask(context: CallContext, input: ProcessTaskRejectInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { tx, task, instance } = open;
    await refuseStranger(open);
    takeIfFree(open);
    task.returnReason = input.reason;
    task.finishedAt = tx.at;
    await taskLifecycle.move(tx, task, 'reject', { reason: input.reason });
    await rejectStep(tx, instance, task.token.id, input.reason, input.toDispatcher ?? false);
    return task;
  });
}

function takeIfFree({ task, own, tx }: OpenTask): void {
  if (!own || task.assignee) return;
  task.assignee = own;
  task.acceptedAt = tx.at;
}

async function give(
  { tx, task, instance }: OpenTask,
  employee: Employee | null,
  action: 'accept' | 'release',
  reason: string | null,
): Promise<void> {
  task.assignee = employee;
  const data = { assignee: employee?.employeeNo ?? null, operator: task.operatorCode, instanceNo: instance.instanceNo };
  await taskLifecycle.move(tx, task, action, { reason, data });
}
