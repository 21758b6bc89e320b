import { Check } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { Employee } from '../organisation/index.js';
import { Region } from '../region/index.js';
import { ProblemTicket } from '../trouble/index.js';
import { Opportunity } from './opportunity.js';

export enum AppointmentKind {
  SALES_VISIT = 'SALES_VISIT',
  NEGOTIATION = 'NEGOTIATION',
  CALL_BACK = 'CALL_BACK',
  INSTALLATION = 'INSTALLATION',
  REPAIR = 'REPAIR',
  SURVEY = 'SURVEY',
  CARE = 'CARE',
}

describeEnum(AppointmentKind, 'AppointmentKind', 'What an appointment is for (SAL-51).', {
  SALES_VISIT: 'A seller visits the customer.',
  NEGOTIATION: 'An offer or a contract is negotiated.',
  CALL_BACK: 'The customer is called back.',
  INSTALLATION: 'Something is installed.',
  REPAIR: 'Something is repaired.',
  SURVEY: 'A place is looked at before something is built.',
  CARE: 'A visit of care or maintenance.',
});

export enum AppointmentStatus {
  CONFIRMED = 'CONFIRMED',
  COMPLETED = 'COMPLETED',
  MISSED = 'MISSED',
  CANCELLED = 'CANCELLED',
}

describeEnum(AppointmentStatus, 'AppointmentStatus', 'State of an appointment (TMF646).', {
  CONFIRMED: 'It stands, and the staff member has no other in its time.',
  COMPLETED: 'It took place.',
  MISSED: 'It did not take place, and nobody had cancelled it.',
  CANCELLED: 'Cancelled before it took place.',
});

@Noun({
  tag: 'oy',
  description:
    'A time at which a staff member meets or calls a customer (SAL-51, TMF646 Appointment). The customer sees it; nobody has two at once.',
})
@Check({ expression: '"starts_at" < "ends_at"', name: 'appointment_in_order' })
export class Appointment extends Node {
  @Text({ description: 'Number, given by the system, such as `AP-00000012`.', max: 40, access: 'unique' })
  appointmentNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'appointments',
    inverseDescription: 'Appointments with the customer (TMF646).',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region whose staff see it: that of the customer.',
    inverse: 'appointments',
    inverseDescription: 'Appointments that exactly this region looks after.',
  })
  region!: Region;

  @EnumOf(() => AppointmentKind, { description: 'What it is for.', access: 'btree' })
  kind!: AppointmentKind;

  @Text({ description: 'What it is about; the customer reads it.', max: 500 })
  subject!: string;

  @EnumOf(() => AppointmentStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: AppointmentStatus;

  @Instant({ description: 'When it begins, in UTC.', access: 'btree' })
  startsAt!: Date;

  @Instant({ description: 'When it ends, in UTC.', access: 'btree' })
  endsAt!: Date;

  @Text({ description: 'Where; null for a call.', nullable: true, max: 400 })
  place?: string | null;

  @One(() => Employee, {
    description: 'The staff member.',
    hideable: true,
    inverse: 'appointments',
    inverseDescription: 'Appointments of the employee with customers.',
  })
  employee!: Employee;

  @One(() => Opportunity, {
    description: 'The opportunity for which it is; null for others, and for the customer.',
    nullable: true,
    hideable: true,
    inverse: 'appointments',
    inverseDescription: 'Appointments for the opportunity.',
  })
  opportunity?: Opportunity | null;

  @One(() => ProblemTicket, {
    description: 'The ticket for which it is; null for others.',
    nullable: true,
    hideable: true,
    inverse: 'appointments',
    inverseDescription: 'Appointments for the ticket, such as a repair.',
  })
  ticket?: ProblemTicket | null;

  @One(() => Order, {
    description: 'The order for which it is; null for others.',
    nullable: true,
    hideable: true,
    inverse: 'appointments',
    inverseDescription: 'Appointments for the order, such as an installation.',
  })
  order?: Order | null;

  @Instant({
    description: 'When the staff member is told of it by the event `appointment.due`; null for never.',
    nullable: true,
    access: 'slow',
  })
  remindAt?: Date | null;

  @Text({
    description: 'What came of it, or why it did not take place; null before. The customer reads it.',
    nullable: true,
    max: 2000,
  })
  outcome?: string | null;

  @Text({ description: 'Who made it, such as a staff number.', max: 100, access: 'slow' })
  bookedBy!: string;

  @Int({
    description: 'Counts changes; give it as `expectedVersion` to change only what you have read.',
    access: 'slow',
  })
  version: number = 1;
}
