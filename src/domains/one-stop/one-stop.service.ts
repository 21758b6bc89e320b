import { LockMode } from '@mikro-orm/postgresql';
import { mayManageCommon, mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Customer, CustomerType } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { InternalOrganization, OwnerLevel } from '../party/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopUnit } from './one-stop-unit.js';
import { endWork, startWork } from './one-stop-work.js';
import { OneStopCaseStatus, OneStopScope, OneStopTaskStatus } from './one-stop.enums.js';
import type {
  OneStopCaseChangeInput,
  OneStopCaseEndInput,
  OneStopCaseOpenInput,
  OneStopTaskCompleteInput,
  OneStopTaskGiveInput,
  OneStopTaskHandOverInput,
  OneStopUnitInput,
} from './one-stop.inputs.js';
import { oneStopCaseLifecycle, oneStopTaskLifecycle } from './one-stop.lifecycle.js';

const CASE: InputPath = ['input', 'caseId'];
const TASK: InputPath = ['input', 'taskId'];
const UNIT: InputPath = ['input', 'organizationId'];

/**
 * Whether the caller acts for a unit: their own or one below it, as far as the position that lets them reaches. The headquarters see what
 * the provinces do and do not do it for them; administrators act for all.
 */
function actsFor({ caller }: Transaction, unit: InternalOrganization): boolean {
  if (caller.kind !== 'STAFF') return true;
  const headquarters = mayManageCommon(caller) && caller.organisationPath !== undefined;
  return mayManageUnit(caller, unit) && !(headquarters && unit.path !== caller.organisationPath);
}

/** A unit of the operator, also one of another province. Refuses with NOT_FOUND. */
async function anyUnit(tx: Transaction, id: string, path: InputPath): Promise<InternalOrganization> {
  const decoded = decodeId(id);
  const unit = decoded ? await tx.em.findOne(InternalOrganization, { id: decoded.uuid }) : null;
  return unit ?? refuse('NOT_FOUND', 'There is no InternalOrganization with this id.', path);
}

/** Opens a case in which units of several levels and places work together (WFL-74). */
export function openCase(context: CallContext, input: OneStopCaseOpenInput): Promise<OneStopCase> {
  return context.database.write(context, async (tx) => {
    const origin = await originOf(tx, input.originId ?? null);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false });
    if (customer.customerType !== CustomerType.BIG && customer.customerType !== CustomerType.COMMERCIAL)
      refuse('NOT_GROUP_CUSTOMER', 'One-stop business is for group customers.', ['input', 'customerId']);
    const units = [origin];
    for (const [index, id] of input.organizationIds.entries()) {
      const unit = await anyUnit(tx, id, ['input', 'organizationIds', index]);
      if (units.some((other) => other.id === unit.id))
        refuse('DUPLICATE', 'It takes part already.', ['input', 'organizationIds', index]);
      units.push(unit);
    }
    refuseBorders(input.scope, units, ['input', 'scope']);
    const { subject, scope, project = null, place = null } = input;
    const item = Object.assign(new OneStopCase(), {
      ...{ subject, scope, project, place, customer, customerName: customer.name, origin },
      caseNo: formatNumber('OS', await takeNumber(tx, 'one-stop-case')),
      ...{ order: null, orderNo: null, openedBy: tx.caller.subject, openedAt: tx.at, endedAt: null, endReason: null },
    });
    if (input.orderId) await carryOutBy(tx, item, input.orderId);
    oneStopCaseLifecycle.begin(tx, tx.add(item), { data: { caseNo: item.caseNo } });
    for (const unit of units) join(tx, item, unit);
    return item;
  });
}

async function originOf(tx: Transaction, id: string | null): Promise<InternalOrganization> {
  const path = ['input', 'originId'];
  const own = tx.caller.organisationId;
  if (!id && !own) return refuse('REQUIRED', 'Which unit accepts it?', path);
  const unit = id ? await anyUnit(tx, id, path) : await tx.em.findOneOrFail(InternalOrganization, { id: own! });
  return actsFor(tx, unit) ? unit : refuse('OUT_OF_SCOPE', 'You do not act for this unit.', path);
}

/** What goes over no border of a province is between units of one; the headquarters belong to none. */
function refuseBorders(scope: OneStopScope, units: readonly InternalOrganization[], path: InputPath): void {
  if (scope !== OneStopScope.INTRA_PROVINCE) return;
  const provinces = new Set(
    units.filter(({ ownerLevel }) => ownerLevel !== OwnerLevel.HEADQUARTERS).map((unit) => unit.path.split('/')[2]),
  );
  if (provinces.size > 1)
    refuse('SCOPE_TOO_NARROW', 'Units of several provinces take part.', path, { provinces: [...provinces] });
}

async function carryOutBy(tx: Transaction, item: OneStopCase, orderId: string): Promise<void> {
  const path = ['input', 'orderId'];
  const order = await tx.get(Order, orderId, path);
  if (order.customer.id !== item.customer.id) refuse('NOT_OF_CUSTOMER', 'The order is of another customer.', path);
  const other = await tx.em.findOne(OneStopCase, { order: order.id, status: OneStopCaseStatus.OPEN });
  if (other && other.id !== item.id)
    refuse('DUPLICATE', 'Another open case is carried out by this order.', path, { caseNo: other.caseNo });
  item.order = order;
  item.orderNo = order.orderNo;
}

function join(tx: Transaction, item: OneStopCase, organization: InternalOrganization): void {
  const level = organization.ownerLevel;
  tx.add(Object.assign(new OneStopUnit(), { oneStopCase: item, organization, level, joinedAt: tx.at }));
  const data = { organization: organization.code, level };
  tx.record({ kind: 'BUSINESS_FACT', type: 'oneStopCase.unit-joined', subject: item, data });
}

/** An open case that the caller sees, locked, so that what is done to it is done one after another. */
async function openCaseOf(tx: Transaction, id: string, path: InputPath = CASE): Promise<OneStopCase> {
  const item = await tx.get(OneStopCase, id, path);
  await tx.em.populate(item, ['origin']);
  if (item.status !== OneStopCaseStatus.OPEN)
    refuse('INVALID_STATE', `The case is ${item.status}.`, path, { state: item.status });
  return item;
}

/** Refuses with OUT_OF_SCOPE who acts neither for the unit that accepted a case, nor for one of the headquarters that takes part. */
async function requireLead(tx: Transaction, item: OneStopCase, path: InputPath): Promise<void> {
  if (actsFor(tx, item.origin) || (await leads(tx, item))) return;
  refuse('OUT_OF_SCOPE', 'The unit that accepted it does this, or the headquarters.', path);
}

async function leads(tx: Transaction, { id }: OneStopCase): Promise<boolean> {
  const where = { oneStopCase: id, level: OwnerLevel.HEADQUARTERS };
  return (await tx.em.find(OneStopUnit, where, { populate: ['organization'] })).some(({ organization }) =>
    actsFor(tx, organization),
  );
}

/** Says more about a case, such as the order that carries it out (WFL-74). */
export function changeCase(context: CallContext, input: OneStopCaseChangeInput): Promise<OneStopCase> {
  return context.database.write(context, async (tx) => {
    const item = await openCaseOf(tx, input.caseId);
    await requireLead(tx, item, CASE);
    const before = [item.orderNo ?? null, item.project ?? null, item.place ?? null];
    if (input.orderId) await carryOutBy(tx, item, input.orderId);
    item.project = input.project ?? item.project ?? null;
    item.place = input.place ?? item.place ?? null;
    const after = [item.orderNo ?? null, item.project, item.place];
    const changes = ['orderNo', 'project', 'place'].flatMap((field, index) =>
      before[index] === after[index] ? [] : [{ field, old: before[index] ?? null, new: after[index] ?? null }],
    );
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'oneStopCase.changed', subject: item, data: { changes } });
    return item;
  });
}

/** Ends a case: done when nothing in it is open, or given up with what is (WFL-74). */
export function endCase(
  context: CallContext,
  { caseId, done, reason = null }: OneStopCaseEndInput,
): Promise<OneStopCase> {
  return context.database.write(context, async (tx) => {
    const item = await openCaseOf(tx, caseId);
    await requireLead(tx, item, CASE);
    if (!done && !reason) refuse('REQUIRED', 'Why is it given up?', ['input', 'reason']);
    const open = await tx.em.find(
      OneStopTask,
      { oneStopCase: item.id, status: OneStopTaskStatus.OPEN },
      { populate: ['organization', 'processInstance'], orderBy: { taskNo: 'asc' } },
    );
    if (done && open.length > 0)
      refuse('OPEN_TASKS', 'Units still have something to do.', ['input', 'done'], {
        tasks: open.map(({ taskNo }) => taskNo),
      });
    for (const task of open) await endTask(tx, task, 'cancel', reason ?? null);
    await oneStopCaseLifecycle.move(tx, item, done ? 'complete' : 'cancel', {
      reason: reason ?? null,
      data: { caseNo: item.caseNo },
    });
    Object.assign(item, { endedAt: tx.at, endReason: reason ?? null });
    return item;
  });
}

/** Lets a unit take part: its staff see the case from now on (WFL-74). */
export function joinCase(context: CallContext, input: OneStopUnitInput): Promise<OneStopCase> {
  return context.database.write(context, async (tx) => {
    const item = await openCaseOf(tx, input.caseId);
    await requireLead(tx, item, CASE);
    const unit = await anyUnit(tx, input.organizationId, UNIT);
    const present = await tx.em.find(OneStopUnit, { oneStopCase: item.id }, { populate: ['organization'] });
    if (present.some(({ organization }) => organization.id === unit.id))
      refuse('DUPLICATE', 'It takes part already.', UNIT);
    refuseBorders(item.scope, [...present.map(({ organization }) => organization), unit], UNIT);
    join(tx, item, unit);
    return item;
  });
}

/** Lets a unit that has nothing to do in it leave a case: its staff do not see it any more (WFL-74). */
export function leaveCase(context: CallContext, input: OneStopUnitInput): Promise<OneStopCase> {
  return context.database.write(context, async (tx) => {
    const item = await openCaseOf(tx, input.caseId);
    await requireLead(tx, item, CASE);
    const unit = await anyUnit(tx, input.organizationId, UNIT);
    const own = await tx.em.findOne(OneStopUnit, { oneStopCase: item.id, organization: unit.id });
    if (!own) return refuse('NOT_TAKING_PART', 'It does not take part.', UNIT);
    if (unit.id === item.origin.id) refuse('IS_ORIGIN', 'It accepted the case.', UNIT);
    const where = { oneStopCase: item.id, organization: unit.id, status: OneStopTaskStatus.OPEN };
    if ((await tx.em.count(OneStopTask, where)) > 0) refuse('OPEN_TASKS', 'It still has something to do.', UNIT);
    tx.em.remove(own);
    const data = { organization: unit.code, level: own.level };
    tx.record({ kind: 'BUSINESS_FACT', type: 'oneStopCase.unit-left', subject: item, data });
    return item;
  });
}

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

async function endTask(tx: Transaction, task: OneStopTask, action: 'complete' | 'cancel', reason: string | null) {
  await oneStopTaskLifecycle.move(tx, task, action, {
    reason: reason?.slice(0, 500) ?? null,
    data: saidOf(tx, task, task.organization),
  });
  task.endedAt = tx.at;
  await endWork(tx, task);
}
