import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Customer, CustomerType } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { InternalOrganization, OwnerLevel } from '../party/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopUnit } from './one-stop-unit.js';
import { OneStopCaseStatus, OneStopScope, OneStopTaskStatus } from './one-stop.enums.js';
import type {
  OneStopCaseChangeInput,
  OneStopCaseEndInput,
  OneStopCaseOpenInput,
  OneStopUnitInput,
} from './one-stop.inputs.js';
import { oneStopCaseLifecycle } from './one-stop.lifecycle.js';
import { actsFor, anyUnit, openCaseOf, requireLead } from './acting-units.js';
import { endTask } from './one-stop-task.service.js';

const CASE: InputPath = ['input', 'caseId'];
const UNIT: InputPath = ['input', 'organizationId'];

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
