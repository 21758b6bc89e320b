import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Appointment, AppointmentStatus as S } from './appointment.js';

/** States and steps of an appointment (TMF646). */
export const appointmentLifecycle = defineLifecycle<Appointment, S, 'complete' | 'miss' | 'cancel'>({
  name: 'appointment',
  states: Object.values(S),
  initial: S.CONFIRMED,
  final: [S.COMPLETED, S.MISSED, S.CANCELLED],
  read: ({ status }) => status,
  write: (appointment, status) => void (appointment.status = status),
  scope: ({ customer, region }) => ({ customerId: customer.id, regionId: region.id }),
  transitions: [
    { action: 'complete', from: [S.CONFIRMED], to: S.COMPLETED, who: ['STAFF'], guard: 'begun' },
    { action: 'miss', from: [S.CONFIRMED], to: S.MISSED, who: ['STAFF'], guard: 'begun' },
    { action: 'cancel', from: [S.CONFIRMED], to: S.CANCELLED, who: ['STAFF', 'CUSTOMER'] },
  ],
  guards: {
    begun: ({ startsAt }, { at }) => (startsAt <= at ? undefined : 'It has not begun.'),
  },
});
