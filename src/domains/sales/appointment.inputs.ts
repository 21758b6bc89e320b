import { BoolInput, EnumInput, IdInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { Employee } from '../organisation/index.js';
import { ProblemTicket } from '../trouble/index.js';
import { Appointment, AppointmentKind } from './appointment.js';
import { Opportunity } from './opportunity.js';

@Input('An appointment with a customer; it is for an opportunity, a ticket, an order, or none of them.')
export class AppointmentBookInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => AppointmentKind, { description: 'What it is for.' })
  kind!: AppointmentKind;

  @TextInput({ description: 'What it is about; the customer reads it.', max: 500 })
  subject!: string;

  @InstantInput({ description: 'When it begins: in the future (IN_THE_PAST).' })
  startsAt!: string;

  @InstantInput({
    description:
      'When it ends: later (TOO_EARLY), within 24 hours (TOO_LONG), in working time of the unit (OUTSIDE_WORKING_TIME).',
  })
  endsAt!: string;

  @TextInput({ description: 'Where; absent for a call.', max: 400, optional: true })
  place?: string | null;

  @IdInput(() => Employee, {
    description:
      'The staff member, active (NOT_ACTIVE), without another appointment then (OVERLAPS); the caller when absent.',
    optional: true,
  })
  employeeId?: string | null;

  @IdInput(() => Opportunity, { description: 'The opportunity, of the customer (NOT_OF_CUSTOMER).', optional: true })
  opportunityId?: string | null;

  @IdInput(() => ProblemTicket, { description: 'The ticket, of the customer (NOT_OF_CUSTOMER).', optional: true })
  ticketId?: string | null;

  @IdInput(() => Order, { description: 'The order, of the customer (NOT_OF_CUSTOMER).', optional: true })
  orderId?: string | null;

  @IntInput({
    description: 'Minutes before it in which the staff member is told; not when absent.',
    min: 1,
    max: 10_080,
    optional: true,
  })
  remindMinutes?: number | null;
}

@Input('Another time, place or staff member for an appointment; what is left out stays as it is.')
export class AppointmentMoveInput {
  @IdInput(() => Appointment, { description: 'The appointment, CONFIRMED (INVALID_STATE).' })
  appointmentId!: string;

  @IntInput({ description: 'The version that was read; VERSION_CONFLICT when it was changed since.', optional: true })
  expectedVersion?: number | null;

  @InstantInput({ description: 'When it begins: in the future (IN_THE_PAST).', optional: true })
  startsAt?: string | null;

  @InstantInput({ description: 'When it ends, as when it is booked.', optional: true })
  endsAt?: string | null;

  @TextInput({ description: 'Where.', max: 400, optional: true })
  place?: string | null;

  @IdInput(() => Employee, { description: 'The staff member, as when it is booked.', optional: true })
  employeeId?: string | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('What came of an appointment.')
export class AppointmentCompleteInput {
  @IdInput(() => Appointment, { description: 'The appointment; it has begun (GUARD_REFUSED).' })
  appointmentId!: string;

  @BoolInput({ description: 'True when it took place; false makes it MISSED.' })
  kept!: boolean;

  @TextInput({ description: 'What came of it, or why it did not take place.', max: 2000 })
  outcome!: string;
}

@Input('An appointment to be cancelled.')
export class AppointmentCancelInput {
  @IdInput(() => Appointment, { description: 'The appointment.' })
  appointmentId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
