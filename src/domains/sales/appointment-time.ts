import { workingTimeBetween } from '../../kernel/calendar/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { operatorWorkingTime } from '../process/index.js';
import { Appointment, AppointmentStatus } from './appointment.js';

const LONGEST_MS = 86_400_000;

/** When an appointment is, of whom. */
export type Slot = Pick<Appointment, 'id' | 'startsAt' | 'endsAt' | 'employee' | 'region'>;

/** Refuses a time that is over, no time, or outside of the working time of the unit of the staff member (SAL-51). */
export async function checkTime(
  tx: Transaction,
  { startsAt, endsAt, employee, region }: Slot,
  path: InputPath,
): Promise<void> {
  const [from, to] = [
    [...path, 'startsAt'],
    [...path, 'endsAt'],
  ];
  if (startsAt <= tx.at) refuse('IN_THE_PAST', 'This moment is over.', from);
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0) refuse('TOO_EARLY', 'It cannot end before it begins.', to);
  if (length > LONGEST_MS) refuse('TOO_LONG', 'An appointment lasts 24 hours at most.', to);
  const unit = await tx.em.findOneOrFail(InternalOrganization, employee.organization.id);
  const calendar = await operatorWorkingTime(tx, { kind: 'ORGANIZATION', code: unit.code }, region.id);
  if (calendar && workingTimeBetween(calendar, startsAt, endsAt) < length)
    refuse('OUTSIDE_WORKING_TIME', `The unit ${unit.code} does not work then.`, from, { organization: unit.code });
}

/**
 * Refuses a staff member who has another appointment in the time. Bookings of one person wait for each other here, so that the
 * refusal names the field; the constraint of the table holds whatever else writes.
 */
export async function refuseDoubleBooking(
  tx: Transaction,
  slot: Slot & { employee: Employee },
  path: InputPath,
): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`appointment ${slot.employee.id}`]);
  await tx.em.flush();
  const other = await tx.em.findOne(Appointment, {
    ...{ employee: slot.employee.id, status: AppointmentStatus.CONFIRMED, id: { $ne: slot.id } },
    ...{ startsAt: { $lt: slot.endsAt }, endsAt: { $gt: slot.startsAt } },
  });
  if (other)
    refuse('OVERLAPS', 'The staff member has another appointment then.', path, {
      startsAt: other.startsAt.toISOString(),
      endsAt: other.endsAt.toISOString(),
    });
}
