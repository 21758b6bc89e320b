import { mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { defineJob } from '../../kernel/jobs/job.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { activeEmployee, Employee, managedUnit } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { meansOf } from '../work-log/index.js';
import { ShiftPlan, ShiftStatus } from './shift-plan.js';
import { ShiftTask } from './shift-task.js';
import type { ShiftPlanSaveInput } from './shift.inputs.js';
import { shiftLifecycle } from './shift.lifecycle.js';

const REMIND = 'shift.remind';

/** What events say of a shift. */
export async function saidOfShift(tx: Transaction, { shiftNo, employee, post }: ShiftPlan) {
  const { employeeNo } = await tx.em.findOneOrFail(Employee, { id: employee.id });
  return { shiftNo, employee: employeeNo, post };
}

/** Plans a shift, or changes one that nobody has taken over (OPS-26, OPS-27, OPS-30). */
export function savePlan(context: CallContext, input: ShiftPlanSaveInput): Promise<ShiftPlan> {
  return context.database.write(context, async (tx) => {
    const shift = input.shiftId ? await openShift(tx, input.shiftId) : await newShift(tx);
    const organization = await managedUnit(tx, input.organizationId, ['input', 'organizationId']);
    const employee = await activeEmployee(tx, input.employeeId, ['input', 'employeeId']);
    const times = timesOf(tx, input);
    await refuseOverlap(tx, shift, employee, times);
    Object.assign(shift, { organization, employee, post: input.post, ...times, remindedAt: null });
    shift.remindBy = meansOf(input.remindBy, ['input', 'remindBy']);
    tx.add(shift);
    if (input.tasks) await putTasks(tx, shift, input.tasks);
    tx.record({ kind: 'RECORD_CHANGE', type: 'shift.planned', subject: shift, data: await saidOfShift(tx, shift) });
    const { remindAt: runAt } = times;
    if (runAt) tx.enqueue({ name: REMIND, key: `${REMIND}:${shift.id}`, payload: { shiftId: shift.id }, runAt });
    return shift;
  });
}

async function newShift(tx: Transaction): Promise<ShiftPlan> {
  const shiftNo = formatNumber('SH', await takeNumber(tx, 'shift'));
  const none = { actualTakeOverAt: null, actualHandOverAt: null, handOverNote: null };
  const shift = Object.assign(new ShiftPlan(), { shiftNo, ...none });
  shiftLifecycle.begin(tx, shift);
  return shift;
}

async function openShift(tx: Transaction, id: string): Promise<ShiftPlan> {
  const path = ['input', 'shiftId'];
  const shift = await tx.get(ShiftPlan, id, path);
  await requireManaged(tx, shift, path);
  if (shift.status !== ShiftStatus.PLANNED)
    refuse('INVALID_STATE', 'It is not planned any more.', path, { state: shift.status });
  return shift;
}

async function requireManaged(tx: Transaction, shift: ShiftPlan, path: InputPath): Promise<void> {
  const unit = await tx.em.findOneOrFail(InternalOrganization, { id: shift.organization.id });
  if (!mayManageUnit(tx.caller, unit)) refuse('OUT_OF_SCOPE', 'It is not in your part.', path);
}

function timesOf(tx: Transaction, input: ShiftPlanSaveInput) {
  const [takeOverAt, handOverAt] = [new Date(input.takeOverAt), new Date(input.handOverAt)];
  const remindAt = input.remindAt ? new Date(input.remindAt) : null;
  if (takeOverAt < tx.at) refuse('IN_THE_PAST', 'This moment is over.', ['input', 'takeOverAt']);
  if (handOverAt <= takeOverAt) refuse('INVALID_PERIOD', 'It ends before it begins.', ['input', 'handOverAt']);
  if (remindAt && remindAt > takeOverAt) refuse('INVALID_PERIOD', 'It has begun by then.', ['input', 'remindAt']);
  return { takeOverAt, handOverAt, remindAt };
}

/** Nobody is on duty twice at a time: plans for a person are made one after another. */
async function refuseOverlap(
  tx: Transaction,
  shift: ShiftPlan,
  employee: Employee,
  { takeOverAt, handOverAt }: { takeOverAt: Date; handOverAt: Date },
): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`shift:${employee.id}`]);
  const others = await tx.em.find(ShiftPlan, {
    ...{ employee, id: { $ne: shift.id }, status: { $in: [ShiftStatus.PLANNED, ShiftStatus.ON_DUTY] } },
    ...{ takeOverAt: { $lt: handOverAt }, handOverAt: { $gt: takeOverAt } },
  });
  const [other] = others;
  if (other) refuse('OVERLAP', 'They have another shift then.', ['input', 'employeeId'], { shiftNo: other.shiftNo });
}

async function putTasks(tx: Transaction, shift: ShiftPlan, planned: readonly string[]): Promise<void> {
  await tx.em.nativeDelete(ShiftTask, { shift: shift.id, filledAt: null });
  for (const text of planned)
    tx.add(Object.assign(new ShiftTask(), { shift, planned: text, completion: null, filledAt: null }));
}

/** Takes a shift off the plan. */
export function cancelPlan(context: CallContext, id: string): Promise<ShiftPlan> {
  return context.database.write(context, async (tx) => {
    const shift = await tx.get(ShiftPlan, id, ['input', 'shiftId']);
    await requireManaged(tx, shift, ['input', 'shiftId']);
    await shiftLifecycle.move(tx, shift, 'cancel');
    return shift;
  });
}

/** Reminds the person of a shift and of its tasks, once, if it is still planned for then (OPS-27, OPS-30). */
export const remindOfShift = defineJob<{ shiftId: string }>(REMIND, ({ shiftId }, context) =>
  context.database.write(context, async (tx) => {
    const shift = await tx.find(ShiftPlan, shiftId);
    if (shift?.status !== ShiftStatus.PLANNED || shift.remindedAt) return;
    if (!shift.remindAt || shift.remindAt > tx.at) return;
    shift.remindedAt = tx.at;
    const tasks = await tx.em.find(ShiftTask, { shift: shift.id }, { orderBy: { id: 'asc' } });
    const data = {
      ...(await saidOfShift(tx, shift)),
      ...{ plannedAt: shift.takeOverAt.toISOString(), notifyBy: shift.remindBy },
      tasks: tasks.map(({ planned }) => planned),
    };
    tx.record({ kind: 'BUSINESS_FACT', type: 'shift.reminder', subject: shift, data });
  }),
);
