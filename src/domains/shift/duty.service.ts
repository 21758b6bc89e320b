import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { InternalOrganization } from '../party/index.js';
import { DutyRecord } from './duty-record.js';
import { saidOfShift } from './shift-plan.service.js';
import { ShiftPlan, ShiftStatus } from './shift-plan.js';
import { shiftGrace } from './shift-parameters.js';
import { ShiftTask } from './shift-task.js';
import type { DutyRecordSaveInput, ShiftHandOverInput, ShiftTasksFillInput } from './shift.inputs.js';
import { shiftLifecycle } from './shift.lifecycle.js';

const PATH = ['input', 'shiftId'];

/** Takes a shift over; too late is a violation (OPS-28, OPS-31). */
export function takeOver(context: CallContext, id: string): Promise<ShiftPlan> {
  return context.database.write(context, async (tx) => {
    const shift = await ownShift(tx, id);
    await shiftLifecycle.move(tx, shift, 'takeOver');
    shift.actualTakeOverAt = tx.at;
    await measure(context, tx, shift, shift.takeOverAt, tx.at.getTime() - shift.takeOverAt.getTime());
    return shift;
  });
}

/** Hands a shift over; too early is a violation (OPS-28, OPS-31). */
export function handOver(context: CallContext, input: ShiftHandOverInput): Promise<ShiftPlan> {
  return context.database.write(context, async (tx) => {
    const shift = await ownShift(tx, input.shiftId);
    await shiftLifecycle.move(tx, shift, 'handOver');
    shift.actualHandOverAt = tx.at;
    shift.handOverNote = input.note ?? null;
    const plannedAt = shift.handOverAt;
    const data = {
      ...(await saidOfShift(tx, shift)),
      ...{ plannedAt: plannedAt.toISOString(), actualAt: tx.at.toISOString() },
    };
    tx.record({ kind: 'BUSINESS_FACT', type: 'shift.handedOver', subject: shift, data });
    await measure(context, tx, shift, plannedAt, plannedAt.getTime() - tx.at.getTime());
    return shift;
  });
}

/** Only who is planned takes over, writes down and hands over. */
async function ownShift(tx: Transaction, id: string): Promise<ShiftPlan> {
  const shift = await tx.get(ShiftPlan, id, PATH);
  if (shift.employee.id !== tx.caller.employeeId) refuse('OUT_OF_SCOPE', 'It is the shift of somebody else.', PATH);
  return shift;
}

async function measure(context: CallContext, tx: Transaction, shift: ShiftPlan, planned: Date, off: number) {
  const unit = await tx.em.findOneOrFail(InternalOrganization, { id: shift.organization.id });
  const grace = await shiftGrace.read(context.database, unit.path);
  if (off <= grace * 60_000) return;
  const seconds = Math.round(off / 1000);
  shift.violations++;
  shift.violationSeconds += seconds;
  const data = {
    ...(await saidOfShift(tx, shift)),
    ...{ plannedAt: planned.toISOString(), actualAt: tx.at.toISOString(), seconds },
  };
  tx.record({ kind: 'BUSINESS_FACT', type: 'shift.violated', subject: shift, data });
}

async function shiftOnDuty(tx: Transaction, id: string): Promise<ShiftPlan> {
  const shift = await ownShift(tx, id);
  if (shift.status !== ShiftStatus.ON_DUTY)
    refuse('INVALID_STATE', 'You are not on duty in it.', PATH, { state: shift.status });
  return shift;
}

/** Fills in what was done of the tasks (OPS-30). */
export function fillTasks(context: CallContext, input: ShiftTasksFillInput): Promise<ShiftPlan> {
  return context.database.write(context, async (tx) => {
    const shift = await shiftOnDuty(tx, input.shiftId);
    for (const [index, filled] of input.tasks.entries()) {
      const path = ['input', 'tasks', index, 'taskId'];
      const task = await tx.get(ShiftTask, filled.taskId, path);
      if (task.shift.id !== shift.id) refuse('NOT_FOUND', 'The shift has no such task.', path);
      Object.assign(task, { done: filled.done, completion: filled.completion ?? null, filledAt: tx.at });
    }
    const data = await saidOfShift(tx, shift);
    tx.record({ kind: 'RECORD_CHANGE', type: 'shift.tasks.filled', subject: shift, data });
    return shift;
  });
}

/** Writes down what happened on duty (OPS-29). */
export function saveRecord(context: CallContext, input: DutyRecordSaveInput): Promise<DutyRecord> {
  return context.database.write(context, async (tx) => {
    const shift = await shiftOnDuty(tx, input.shiftId);
    const path = ['input', 'recordId'];
    const known = input.recordId ? await tx.get(DutyRecord, input.recordId, path) : null;
    if (known && known.shift.id !== shift.id) refuse('NOT_FOUND', 'The shift has no such record.', path);
    const record = known ?? tx.add(Object.assign(new DutyRecord(), { shift, at: tx.at }));
    if (input.at) record.at = new Date(input.at);
    Object.assign(record, { place: input.place, content: input.content, completion: input.completion ?? null });
    tx.record({ kind: 'RECORD_CHANGE', type: 'duty.recorded', subject: record, data: { shiftNo: shift.shiftNo } });
    return record;
  });
}
