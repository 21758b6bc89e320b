import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  TextInput,
} from '../../kernel/model/index.js';
import { ContactEvent } from '../contact/index.js';
import { Account, Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Region } from '../region/index.js';
import { ReplyMode } from './problem-ticket.js';
import { TicketChannel, TicketSeverity } from './ticket-enums.js';

@Input('What all reports of problems have in common.')
export class TicketReportInput {
  @IdInput(() => Customer, {
    description: 'The customer who has the problem; NOT_FOUND when the caller may not see them.',
  })
  customerId!: string;

  @IdInput(() => ProductInstance, {
    description:
      'The product instance that it is about; NOT_OF_CUSTOMER when the customer neither owns, pays for nor uses it.',
    optional: true,
  })
  productInstanceId?: string | null;

  @IdInput(() => Account, {
    description: 'The account that it is about; NOT_OF_CUSTOMER when it belongs to another customer.',
    optional: true,
  })
  accountId?: string | null;

  @TextInput({
    description:
      'Code of a ticket category of the right kind, such as `FAULT_BROADBAND`; the general one when absent. UNKNOWN_CODE when there is none in use.',
    optional: true,
    max: 60,
  })
  categoryCode?: string | null;

  @EnumInput(() => TicketSeverity, { description: 'How much it disturbs; MINOR when absent.', optional: true })
  severity?: TicketSeverity | null;

  @EnumInput(() => TicketChannel, {
    description: 'Channel over which it was accepted; PORTAL for customers and HOTLINE for staff when absent.',
    optional: true,
  })
  channel?: TicketChannel | null;

  @TextInput({ description: 'What the reporter says, in their words.', max: 4000 })
  content!: string;

  @TextInput({ description: 'Name of the person who reports it.', optional: true, max: 100 })
  contactName?: string | null;

  @TextInput({ description: 'Telephone number under which the reporter can be reached.', optional: true, max: 40 })
  contactPhone?: string | null;

  @TextInput({ description: 'Address of the reporter.', optional: true, max: 300 })
  contactAddress?: string | null;

  @EnumInput(() => ReplyMode, { description: 'How the reporter wants to be answered.', optional: true })
  replyMode?: ReplyMode | null;

  @TextInput({
    description: 'Service number that it is about; the access number of the product instance when absent.',
    optional: true,
    max: 40,
  })
  serviceNumber?: string | null;

  @InstantInput({ description: 'By when the reporter wants it solved; IN_PAST when that has passed.', optional: true })
  requestedResolveAt?: string | null;

  @IdInput(() => ContactEvent, {
    description:
      'The contact in which it was reported; the two are linked, and the contact is handed over (TRB-01, CON-66).',
    optional: true,
  })
  contactId?: string | null;
}

@Input('A fault that a customer reports (TRB-04).')
export class FaultReportInput extends TicketReportInput {
  @TextInput({ description: 'What can be observed.', optional: true, max: 500 })
  symptom?: string | null;

  @InstantInput({ description: 'When the fault began; IN_FUTURE when that is still to come.', optional: true })
  faultAt?: string | null;

  @InstantInput({
    description: 'When the customer is there to co-operate, such as for a visit; IN_PAST when that has passed.',
    optional: true,
  })
  appointmentAt?: string | null;
}

@Input('A complaint (TRB-02).')
export class ComplaintReportInput extends TicketReportInput {
  @InstantInput({
    description: 'When the customer complained; now when absent. IN_FUTURE when that is still to come.',
    optional: true,
  })
  complainedAt?: string | null;

  @BoolInput({
    description: 'Whether it is a major event, which has a deadline of its own (TRB-24); false when absent.',
    optional: true,
  })
  majorEvent?: boolean | null;

  @TextInput({
    description: 'Where it comes from, when another province or the group sent it (TRB-20).',
    optional: true,
    max: 100,
  })
  sourcePlace?: string | null;
}

@Input('A suggestion for doing something better (TRB-68).')
export class SuggestionReportInput extends TicketReportInput {}

@Input('A dispute about a charge (TRB-05).')
export class DisputeReportInput extends TicketReportInput {
  @DecimalInput({
    description: 'The disputed amount, above 0, in the currency of the account.',
    min: '0.01',
    max: '1000000000',
    optional: true,
  })
  disputedAmount?: string | null;

  @TextInput({ description: 'Billing cycle of the charge, such as `2026-03`.', optional: true, max: 20 })
  billingCycle?: string | null;

  @TextInput({ description: 'Code of the disputed charge item.', optional: true, max: 60 })
  chargeItem?: string | null;
}

@Input('A fault that the network side found itself (TRB-34).')
export class NetworkFaultReportInput {
  @TextInput({
    description:
      'Reference of the fault at the network side. Sent again, the first ticket is answered and nothing is written.',
    max: 80,
  })
  ossReference!: string;

  @IdInput(() => Region, { description: 'Region that is affected; NOT_FOUND when the caller does not work there.' })
  regionId!: string;

  @TextInput({ description: 'Code of a fault category; the general one when absent.', optional: true, max: 60 })
  categoryCode?: string | null;

  @EnumInput(() => TicketSeverity, { description: 'How much it disturbs; MAJOR when absent.', optional: true })
  severity?: TicketSeverity | null;

  @TextInput({ description: 'What the network side reports.', max: 4000 })
  content!: string;

  @TextInput({ description: 'What can be observed.', optional: true, max: 500 })
  symptom?: string | null;

  @InstantInput({ description: 'When the fault began; IN_FUTURE when that is still to come.', optional: true })
  faultAt?: string | null;

  @BoolInput({ description: 'Whether many customers are affected; false when absent.', optional: true })
  massFault?: boolean | null;
}
