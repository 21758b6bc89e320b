import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob } from '../../kernel/jobs/job.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { activeEmployee, callingEmployee, Employee } from '../organisation/index.js';
import { ProblemTicket } from '../trouble/index.js';
import { checkTime, refuseDoubleBooking } from './appointment-time.js';
import type {
  AppointmentBookInput,
  AppointmentCancelInput,
  AppointmentCompleteInput,
  AppointmentMoveInput,
} from './appointment.inputs.js';
import { appointmentLifecycle } from './appointment.lifecycle.js';
import { Appointment, AppointmentStatus } from './appointment.js';
import { Opportunity } from './opportunity.js';
import { refuseLeft } from './opportunity.service.js';

const DUE = 'appointment.due';
const PATH = ['input', 'appointmentId'];
const MINUTE_MS = 60_000;

/** Makes an appointment with a customer (SAL-51). */
export function bookAppointment(context: CallContext, input: AppointmentBookInput): Promise<Appointment> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false });
    refuseLeft(customer, ['input', 'customerId']);
    const employee = input.employeeId
      ? await activeEmployee(tx, input.employeeId, ['input', 'employeeId'])
      : await callingEmployee(tx);
    const { kind, subject, place = null, remindMinutes } = input;
    const startsAt = new Date(input.startsAt);
    const appointment = Object.assign(new Appointment(), {
      ...{
        customer,
        region: customer.region,
        kind,
        subject,
        place,
        employee,
        startsAt,
        endsAt: new Date(input.endsAt),
      },
      ...(await originOf(tx, customer, input)),
      remindAt: remindMinutes ? new Date(startsAt.getTime() - remindMinutes * MINUTE_MS) : null,
      ...{ outcome: null, bookedBy: tx.caller.subject },
    });
    await checkTime(tx, appointment, ['input']);
    await refuseDoubleBooking(tx, appointment, ['input', 'startsAt']);
    appointment.appointmentNo = formatNumber('AP', await takeNumber(tx, 'appointment'));
    appointmentLifecycle.begin(tx, tx.add(appointment));
    planReminder(tx, appointment);
    return appointment;
  });
}

/** For what an appointment is: one thing at most, of the customer. */
async function originOf(tx: Transaction, customer: Customer, input: AppointmentBookInput) {
  const given = (['opportunityId', 'ticketId', 'orderId'] as const).filter((field) => input[field]);
  if (given.length > 1) refuse('CONTRADICTORY', 'It is for one of them only.', ['input', given[1]!]);
  const origin = {
    opportunity: input.opportunityId
      ? await tx.get(Opportunity, input.opportunityId, ['input', 'opportunityId'], { lock: false })
      : null,
    ticket: input.ticketId
      ? await tx.get(ProblemTicket as never, input.ticketId, ['input', 'ticketId'], { lock: false })
      : null,
    order: input.orderId ? await tx.get(Order, input.orderId, ['input', 'orderId'], { lock: false }) : null,
  } as { opportunity: Opportunity | null; ticket: ProblemTicket | null; order: Order | null };
  const found = origin.opportunity ?? origin.ticket ?? origin.order;
  if (found && found.customer?.id !== customer.id)
    refuse('NOT_OF_CUSTOMER', 'It is of another customer.', ['input', given[0]!]);
  return origin;
}

function planReminder(tx: Transaction, appointment: Appointment): void {
  const { id, remindAt } = appointment;
  if (!remindAt) return;
  tx.enqueue({ name: DUE, key: `${DUE}:${id}`, payload: { appointmentId: id }, runAt: remindAt });
}

/** Gives an appointment another time, place or staff member. */
export function moveAppointment(context: CallContext, input: AppointmentMoveInput): Promise<Appointment> {
  return context.database.write(context, async (tx) => {
    const appointment = await tx.get(Appointment, input.appointmentId, PATH);
    expectVersion(appointment, input.expectedVersion, ['input', 'expectedVersion']);
    const { status, customer, region, remindAt } = appointment;
    if (status !== AppointmentStatus.CONFIRMED)
      refuse('INVALID_STATE', 'It does not stand any more.', PATH, { state: status });
    const employee = input.employeeId
      ? await activeEmployee(tx, input.employeeId, ['input', 'employeeId'])
      : await tx.em.findOneOrFail(Employee, appointment.employee.id);
    const startsAt = input.startsAt ? new Date(input.startsAt) : appointment.startsAt;
    const endsAt = input.endsAt ? new Date(input.endsAt) : appointment.endsAt;
    const slot = { id: appointment.id, region, employee, startsAt, endsAt };
    await checkTime(tx, slot, ['input']);
    await refuseDoubleBooking(tx, slot, ['input', input.employeeId ? 'employeeId' : 'startsAt']);
    const reminder = remindAt && new Date(remindAt.getTime() + startsAt.getTime() - appointment.startsAt.getTime());
    const place = input.place ?? undefined;
    const changes = applyChanges<Appointment>(appointment, { startsAt, endsAt, employee, place });
    if (changes.length === 0) return appointment;
    Object.assign(appointment, { remindAt: reminder, version: appointment.version + 1 });
    planReminder(tx, appointment);
    const scope = { customerId: customer.id, regionId: region.id, reason: input.reason };
    const data = { appointmentNo: appointment.appointmentNo, changes };
    tx.record({ kind: 'RECORD_CHANGE', type: 'appointment.moved', subject: appointment, ...scope, data });
    return appointment;
  });
}

/** Says what came of an appointment. */
export function completeAppointment(context: CallContext, input: AppointmentCompleteInput): Promise<Appointment> {
  return context.database.write(context, async (tx) => {
    const appointment = await tx.get(Appointment, input.appointmentId, PATH);
    const { kept, outcome } = input;
    await appointmentLifecycle.move(tx, appointment, kept ? 'complete' : 'miss', {
      reason: kept ? null : outcome.slice(0, 500),
    });
    return Object.assign(appointment, { outcome, version: appointment.version + 1 });
  });
}

/** Cancels an appointment; its time is free again. */
export function cancelAppointment(context: CallContext, input: AppointmentCancelInput): Promise<Appointment> {
  return context.database.write(context, async (tx) => {
    const appointment = await tx.get(Appointment, input.appointmentId, PATH);
    await appointmentLifecycle.move(tx, appointment, 'cancel', { reason: input.reason });
    return Object.assign(appointment, { outcome: input.reason, version: appointment.version + 1 });
  });
}

/** Tells the staff member of an appointment that still stands, when its moment to be told has come; once. */
export const appointmentDue = defineJob<{ appointmentId: string }>(DUE, ({ appointmentId }, context) =>
  context.database.write(context, async (tx) => {
    const appointment = await tx.find(Appointment, appointmentId);
    if (appointment?.status !== AppointmentStatus.CONFIRMED || !appointment.remindAt || appointment.remindAt > tx.at)
      return;
    const { appointmentNo, startsAt, region } = appointment;
    const { employeeNo } = await tx.em.findOneOrFail(Employee, appointment.employee.id);
    appointment.remindAt = null;
    const data = { appointmentNo, employee: employeeNo, startsAt: startsAt.toISOString() };
    tx.record({ kind: 'BUSINESS_FACT', type: 'appointment.due', subject: appointment, regionId: region.id, data });
  }),
);
