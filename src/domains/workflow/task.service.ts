import { holds } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { NotPlain } from '../../kernel/database/not-plain.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { checkValues, outputsFrom, type StepDefinition, taskRule, type Token } from '../../kernel/process/index.js';
import { callerEmployee, Employee, EmployeeStatus } from '../organisation/index.js';
import { knownTo, ProcessOperatorKind, ProcessTemplate } from '../process/index.js';
import { finishStep } from './finish-step.js';
import { type Held, hold, holdRows, lockInstance, lockWithObject, stepAt } from './held.js';
import { lockAbove } from './held-above.js';
import { runLater } from './jobs.js';
import { rowsOf } from './look.js';
import { workingDelegator } from './leaver.js';
import { openWork, planAlarmsOf } from './limit-alarms.js';
import { actingOn, passOn, workAt } from './limits.js';
import { lookAtTask } from './look-at-task.js';
import { type Acts, mayAct } from './may-act.js';
import { reportNobody } from './nobody.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { rejectStep, rejectUndoing } from './reject.js';
import { isOfDomain } from './show-work.js';
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
import { isUndone } from './undo-visit.js';
import { compiledVersion } from './versions.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

const TASK = ['input', 'taskId'];

interface OpenTask {
  tx: Transaction;
  task: ProcessTask;
  instance: ProcessInstance;
  /** The calling employee; null for administrators and systems. */
  own: Employee | null;
  /** Whether that employee may do it, and its course, where they are at hand. */
  seen?: { acts: Acts; held: Held };
}

/** Runs a step with a task of a person that is still to be done. The instance is locked first: two who act at once follow each other. */
function onTask<T>(
  context: CallContext,
  taskId: string,
  step: (open: OpenTask) => Promise<T>,
  before: (tx: Transaction, instanceId: string) => Promise<void> = async () => {},
): Promise<T> {
  return context.database.write(context, async (tx) => {
    const instanceId = await tx.referenceOf(ProcessTask, taskId, 'instance', TASK);
    await before(tx, instanceId);
    const instance = await lockWithObject(tx, instanceId);
    const task = await tx.get(ProcessTask, taskId, TASK);
    refuseClosed(task, instance);
    return step({ tx, task, instance, own: await callerEmployee(tx) });
  });
}

function refuseClosed(task: ProcessTask, instance: ProcessInstance): void {
  if (!OPEN_TASKS.includes(task.status))
    refuse('CONFLICT', 'This task is not to be done any more.', TASK, { state: task.status });
  if (!task.operatorKind) refuse('NOT_FOR_PEOPLE', 'An outside system does this task.', TASK);
  if ([S.SUSPENDED, S.TERMINATED, S.COMPLETED].includes(instance.status))
    refuse('INVALID_STATE', 'The process does not run.', TASK, { state: instance.status });
}

/** The same where the step needs no more than the task, the instance and its visits; undefined when it does, or is refused. */
async function onTaskPlainly<T>(
  context: CallContext,
  taskId: string,
  step: (open: OpenTask) => Promise<T>,
): Promise<T | undefined> {
  const seen = await lookAtTask(context, taskId);
  if (!seen) return undefined;
  const done = await context.database.writePlainly(context, async (tx) => {
    const { instance, tokens } = rowsOf(tx, seen);
    const task = tx.row(ProcessTask, seen.task.row, seen.task.mark);
    const token = tokens.find(({ id }) => id === task.token.id);
    if (!token) throw new NotPlain();
    Object.assign(task, { instance, token });
    refuseClosed(task, instance);
    const employeeNo = tx.caller.subject;
    const own = seen.employee === null ? null : tx.partial(Employee, { id: seen.employee, employeeNo });
    const held = await holdRows(tx, instance, tokens);
    return step({ tx, task, instance, own, seen: { acts: seen.acts, held } });
  });
  return done?.value;
}

/** Refuses staff who neither have the task nor may take it; of a task that somebody has, also others than those whom it was escalated to. */
async function refuseStranger(open: OpenTask): Promise<void> {
  const { task } = open;
  if (!(await isStranger(open))) return;
  refuse('NOT_YOURS', task.assignee ? 'Somebody else has this task.' : 'This task is not for you.', TASK);
}

async function isStranger({ tx, task, own, seen }: OpenTask): Promise<boolean> {
  if (tx.caller.kind !== 'STAFF') return false;
  // Who has given it to another to do in their place may do it after all, or take it back.
  if (own && [task.assignee?.id, task.delegator?.id].includes(own.id)) return false;
  const { may, escalated } = own ? (seen?.acts ?? (await mayAct(tx, task, own.id))) : { may: false, escalated: false };
  return !(task.assignee ? escalated : may);
}

/** Whether the caller lets the work of the region of the task go where it is to go, whoever has it (WFL-39). */
const dispatches = ({ tx, task }: OpenTask): boolean =>
  holds(tx.caller, 'processInstanceDispatch') && Boolean(task.region && tx.caller.regionIds.includes(task.region.id));

/** Gives the tasks at which an instance stands to one person, in place of those whom its process names. */
export async function handTo(tx: Transaction, instanceId: string, employeeNo: string): Promise<void> {
  const instance = await lockInstance(tx, instanceId);
  const where = { instance: instance.id, status: { $in: [...OPEN_TASKS] }, operatorKind: { $ne: null } };
  for (const task of await tx.em.find(ProcessTask, where, { orderBy: { taskNo: 'asc' } })) {
    Object.assign(task, { operatorKind: ProcessOperatorKind.EMPLOYEE, operatorCode: employeeNo });
    const assignee = await tx.em.findOneOrFail(Employee, { employeeNo });
    task.acceptedAt = tx.at;
    await give({ tx, task, instance, own: null }, assignee, 'accept', null, []);
  }
}

/** Takes a task out of the common list (签收). */
export function claimTask(context: CallContext, input: ProcessTaskStepInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { tx, task, own } = open;
    if (!own) return refuse('NOT_AN_EMPLOYEE', 'Only an employee takes a task.', TASK);
    const isOwn = task.delegator?.id === own.id;
    if (task.assignee && !isOwn && !(task.assignee.id !== own.id && (await mayAct(tx, task, own.id)).escalated))
      refuse('CONFLICT', 'Somebody has this task already.', TASK);
    await refuseStranger(open);
    if (isOwn) task.delegator = null;
    await give(open, own, 'accept', input.reason ?? null, TASK);
    task.acceptedAt = tx.at;
    return task;
  });
}

/** Gives a task to one of those who may do it. */
export function assignTask(context: CallContext, input: ProcessTaskAssignInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const employee = await open.tx.get(Employee, input.employeeId, ['input', 'employeeId'], { lock: false });
    const acts = await mayAct(open.tx, open.task, employee.id);
    if (!acts.may) refuse('NOT_CANDIDATE', 'They may not do this task.', ['input', 'employeeId']);
    const holder = open.task.assignee;
    // Who takes a task for themselves by giving it to themselves claims it.
    if (holder && holder.id !== employee.id && employee.id === open.own?.id && !acts.escalated)
      refuse('CONFLICT', 'Somebody has this task already.', TASK);
    open.task.delegator = null;
    open.task.acceptedAt ??= open.tx.at;
    await give(open, employee, 'accept', input.reason ?? null, ['input', 'employeeId']);
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
    if (employee.status !== EmployeeStatus.ACTIVE)
      refuse('NOT_ACTIVE', 'They do not work here any more.', path, { status: employee.status });
    // Back to whom it was delegated by, it is theirs again.
    task.delegator = employee.id === task.delegator?.id ? null : (task.delegator ?? holder);
    task.acceptedAt ??= open.tx.at;
    await give(open, employee, 'accept', input.reason ?? null, path);
    return task;
  });
}

/** Gives a task back, or takes it back: to whom it was delegated by, while they work here, else into the common list. */
export function releaseTask(context: CallContext, input: ProcessTaskStepInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { task } = open;
    if (!task.assignee) refuse('CONFLICT', 'Nobody has this task.', TASK);
    if (!dispatches(open)) await refuseStranger(open);
    const to = await workingDelegator(open.tx, task);
    task.delegator = null;
    if (!to) task.acceptedAt = null;
    await give(open, to, to ? 'accept' : 'release', input.reason ?? null, TASK);
    return task;
  });
}

/** Passes a task on to another position, role, unit or person (转派). */
export function forwardTask(context: CallContext, input: ProcessTaskForwardInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    const { task, tx, instance } = open;
    const { kind, code } = input.operator;
    if (!dispatches(open)) await refuseStranger(open);
    const known = await knownTo(tx.em, '', { steps: [{ operator: { kind, code } }] as never });
    if (!known.isOperator(kind, code))
      refuse('OPERATOR_UNKNOWN', `There is no ${kind} ${code}.`, ['input', 'operator']);
    const held = await hold(tx, instance);
    const token = held.course.tokens.get(task.token.id)!;
    const step = workAt(held, token);
    const before = actingOn(task, step);
    Object.assign(task, { operatorKind: kind, operatorCode: code, delegator: null, acceptedAt: null });
    await movePassedOn(held, token, task, await passOn(held, step, task, before));
    const person = kind === ProcessOperatorKind.EMPLOYEE ? await tx.em.findOne(Employee, { employeeNo: code }) : null;
    if (person) task.acceptedAt = tx.at;
    await give(open, person, person ? 'accept' : 'release', input.reason ?? null, ['input', 'operator']);
    return task;
  });
}

/** The limit of a task that was passed on is counted in the time of whoever has it now, and so are the alarms about it (WFL-18, WFL-58). */
async function movePassedOn(held: Held, token: Token, task: ProcessTask, due: Date | null): Promise<void> {
  const row = held.rows.get(token.id)!;
  if (due?.getTime() === task.dueAt?.getTime()) return;
  task.dueAt = due;
  const dues = (await openWork(held, token)).flatMap(({ dueAt }) => dueAt?.getTime() ?? []);
  // A step is to be done by when the last of its work is.
  row.dueAt = new Date(Math.max(...dues));
  await planAlarmsOf(held, token);
}

/** Notes progress. */
export function progressTask(context: CallContext, input: ProcessTaskProgressInput): Promise<ProcessTask> {
  return onTask(context, input.taskId, async (open) => {
    await refuseStranger(open);
    takeIfFree(open);
    open.task.progress = input.progress;
    await taskLifecycle.move(open.tx, open.task, 'progress', { reason: input.progress });
    await reportNobody(open.tx, open.task, open.instance);
    return open.task;
  });
}

/** Ends a task with what came out of it; the process goes on (WFL-36, WFL-41). */
export async function completeTask(context: CallContext, input: ProcessTaskCompleteInput): Promise<ProcessTask> {
  const complete = async (open: OpenTask) => {
    await refuseStranger(open);
    await finishTask(open, valuesOf(input.outputs, ['input', 'outputs']), input.reason ?? null);
    return open.task;
  };
  return (await onTaskPlainly(context, input.taskId, complete)) ?? onTask(context, input.taskId, complete);
}

/** Ends an open task of a locked instance; whoever calls must have been admitted. Refuses outputs that do not fit. */
async function finishTask(open: OpenTask, given: Record<string, unknown>, reason: string | null): Promise<void> {
  const { tx, task, instance } = open;
  const held = open.seen?.held ?? (await hold(tx, instance));
  const token = held.course.tokens.get(task.token.id)!;
  if (task.compensates) return finishUndoing(open, held, given, reason);
  const { outputs } = stepAt(held, token);
  refuseDomainWork(open, stepAt(held, token));
  const asked = outputs.filter(({ from }) => !from);
  refuseValues(checkValues(asked, given), ['input', 'outputs']);
  const { own } = open;
  // Who does what nobody has, or takes it back, has it then.
  if (own && (!task.assignee || [task.assignee.id, task.delegator?.id].includes(own.id)))
    await tellGiven(open, own.id, TASK);
  await refuseEnd(open, given, reason);
  takeIfFree(open);
  task.result = given;
  task.finishedAt = tx.at;
  await taskLifecycle.move(tx, task, 'complete', { reason, data: { result: given } });
  await finishStep(held, token, outputsFrom(outputs, given, held.course.scope));
}

/** What was done at a step is undone by somebody: the roll-back goes on with what was done before it (WFL-43). */
async function finishUndoing(
  open: OpenTask,
  held: Held,
  given: Record<string, unknown>,
  reason: string | null,
): Promise<void> {
  const { tx, task, instance } = open;
  takeIfFree(open);
  Object.assign(task, { result: given, finishedAt: tx.at });
  await taskLifecycle.move(tx, task, 'complete', { reason, data: { result: given } });
  await isUndone(held, held.course.tokens.get(task.token.id)!);
  runLater(tx, instance.id);
}

/** What a domain does is not ended here: it ends with what is done to its object. */
function refuseDomainWork({ instance }: OpenTask, step: StepDefinition): void {
  if (isOfDomain(step, instance))
    refuse('NOT_HERE', 'This task ends with what is done to its object, not by itself.', TASK, { step: step.code });
}

/** Asks the domain of the object whether the task may end so. */
async function refuseEnd({ tx, task, instance }: OpenTask, outputs: Record<string, unknown>, reason: string | null) {
  const rule = taskRule(instance.objectType);
  if (!rule || !instance.objectId || instance.test) return;
  const template = await tx.em.findOneOrFail(ProcessTemplate, instance.template!.id);
  await rule.ending?.(tx, {
    ...{ instanceId: instance.id, objectId: instance.objectId, template: template.code, step: task.step },
    ...{ outputs, reason },
  });
}

/**
 * Ends the task of a person at which an instance stands, for a domain that knows its processes: the task that the caller may do, or the
 * first one when whoever is admitted by the domain may do any. Refuses with NOT_YOURS, or INVALID_STATE when it stands at none.
 */
export async function finishStanding(
  tx: Transaction,
  instanceId: string,
  outputs: Record<string, unknown>,
  { reason, anybody, path }: { reason: string | null; anybody: boolean; path: InputPath },
): Promise<void> {
  const instance = await lockInstance(tx, instanceId);
  const people = { instance: instance.id, status: { $in: [...OPEN_TASKS] }, operatorKind: { $ne: null } };
  // Who decides about the object does not undo by it what was done before.
  const where = { ...people, compensates: false };
  const tasks = await tx.em.find(ProcessTask, where, { orderBy: { arrivedAt: 'asc', taskNo: 'asc' }, refresh: true });
  if (instance.status === S.SUSPENDED || tasks.length === 0)
    refuse('INVALID_STATE', 'The process does not wait for a person.', path, { state: instance.status });
  const own = await callerEmployee(tx);
  for (const task of tasks) {
    const open = { tx, task, instance, own };
    if (anybody || !(await isStranger(open))) return finishTask(open, outputs, reason);
  }
  refuse('NOT_YOURS', 'Others decide here.', path);
}

/** Sends a task back: the process goes to an earlier step, or to a dispatcher (WFL-42). */
export function rejectTask(context: CallContext, input: ProcessTaskRejectInput): Promise<ProcessTask> {
  const reject = async (open: OpenTask) => {
    const { tx, task, instance } = open;
    await refuseStranger(open);
    const { steps } = await compiledVersion(tx.em, instance.version!.id);
    if (!task.compensates) refuseDomainWork(open, steps.get(task.step)!);
    takeIfFree(open);
    task.returnReason = input.reason;
    task.finishedAt = tx.at;
    await taskLifecycle.move(tx, task, 'reject', { reason: input.reason });
    if (task.compensates) await rejectUndoing(tx, instance, task, input.reason);
    else await rejectStep(tx, instance, task.token.id, input.reason, input.toDispatcher ?? false);
    return task;
  };
  // What is held in its sub-processes may end with this, and then the limits around it run again.
  return onTask(context, input.taskId, reject, lockAbove);
}

function takeIfFree({ task, own, tx }: OpenTask): void {
  if (!own) return;
  const takesBack = task.delegator?.id === own.id && task.assignee?.id !== own.id;
  if (takesBack) task.delegator = null;
  if (task.assignee && !takesBack) return;
  task.assignee = own;
  task.acceptedAt = tx.at;
}

/** Asks the domain of the object whether somebody may have the task. */
async function tellGiven(
  { tx, task, instance }: Pick<OpenTask, 'tx' | 'task' | 'instance'>,
  employee: string,
  path: InputPath,
): Promise<void> {
  const given = taskRule(instance.objectType)?.given;
  if (!given || !instance.objectId || instance.test || task.compensates) return;
  const template = await tx.em.findOneOrFail(ProcessTemplate, instance.template!.id);
  const about = { instanceId: instance.id, objectId: instance.objectId, template: template.code, step: task.step };
  await given(tx, { ...about, employee, path });
}

async function give(
  { tx, task, instance }: OpenTask,
  employee: Employee | null,
  action: 'accept' | 'release',
  reason: string | null,
  path: InputPath,
): Promise<void> {
  if (employee) await tellGiven({ tx, task, instance }, employee.id, path);
  task.assignee = employee;
  const data = { assignee: employee?.employeeNo ?? null, operator: task.operatorCode, instanceNo: instance.instanceNo };
  await taskLifecycle.move(tx, task, action, { reason, data });
  await reportNobody(tx, task, instance);
}
