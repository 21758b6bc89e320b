import {
  BoolInput,
  describeEnum,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProblemTicket } from './problem-ticket.js';
import { EscalationReason, Satisfaction } from './ticket-enums.js';

@Input('A ticket being sent to those who solve it (TRB-16, TRB-37).')
export class TicketDispatchInput {
  @IdInput(() => ProblemTicket, { description: 'The ticket; INVALID_TRANSITION when its state does not allow it.' })
  ticketId!: string;

  @IdInput(() => InternalOrganization, {
    description: 'Main department; REQUIRED for all but faults, which go to the network side as a whole when absent.',
    optional: true,
  })
  organizationId?: string | null;

  @IdInput(() => Employee, {
    description: 'The employee there who handles it; NOT_OF_ORGANIZATION when they work elsewhere.',
    optional: true,
  })
  employeeId?: string | null;

  @TextListInput({
    description: 'Ids of departments that co-operate and get a copy, at most 20 (TRB-18).',
    optional: true,
    max: 20,
  })
  copyOrganizationIds?: string[] | null;

  @TextInput({ description: 'What the receivers are asked to do.', optional: true, max: 1000 })
  instruction?: string | null;

  @InstantInput({
    description: 'By when the receipt is due; the deadline of the ticket when absent. IN_PAST when that has passed.',
    optional: true,
  })
  dueAt?: string | null;
}

@Input('The problem being solved.')
export class TicketResolveInput {
  @IdInput(() => ProblemTicket, {
    description:
      'The ticket: a repaired fault, or a complaint or dispute whose plan was carried out; otherwise INVALID_TRANSITION.',
  })
  ticketId!: string;

  @TextInput({ description: 'What solved it, as the customer will be told.', max: 2000 })
  resolution!: string;
}

@Input('The outcome being told to the customer, and their opinion (TRB-13, TRB-14, TRB-15).')
export class TicketAnswerInput {
  @IdInput(() => ProblemTicket, {
    description: 'The ticket, solved or linked to its original; otherwise INVALID_TRANSITION.',
  })
  ticketId!: string;

  @EnumInput(() => Satisfaction, {
    description:
      'Opinion of the customer; REQUIRED once the answering has begun. After the second dissatisfied one the ticket is handled again and raised.',
    optional: true,
  })
  satisfaction?: Satisfaction | null;

  @TextInput({ description: "The customer's words.", optional: true, max: 2000 })
  feedback?: string | null;

  @BoolInput({
    description:
      'True: handle it again at once, without another visit; CONTRADICTION for a customer who is not dissatisfied.',
    optional: true,
  })
  reopen?: boolean | null;
}

@Input('The end of a ticket.')
export class TicketCloseInput {
  @IdInput(() => ProblemTicket, {
    description: 'The ticket: answered, or solved when nobody waits for an answer; otherwise INVALID_TRANSITION.',
  })
  ticketId!: string;

  @TextInput({
    description:
      'Why staff close it although the customer has not said that they are satisfied, such as because they cannot be reached. Without it such a ticket stays open (GUARD_REFUSED).',
    optional: true,
    max: 500,
  })
  reason?: string | null;
}

@Input('A ticket being withdrawn.')
export class TicketCancelInput {
  @IdInput(() => ProblemTicket, { description: 'The ticket, not finished; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @TextInput({ description: 'Why it is withdrawn.', max: 500 })
  reason!: string;
}

@Input('A ticket being raised to a higher level (TRB-26, TRB-42).')
export class TicketEscalateInput {
  @IdInput(() => ProblemTicket, { description: 'The ticket, not finished; otherwise INVALID_STATE.' })
  ticketId!: string;

  @EnumInput(() => EscalationReason, {
    description:
      'Why; NOT_FOR_THIS_KIND when the reason is for faults only, NOT_OVERDUE when the deadline has not passed.',
  })
  reason!: EscalationReason;

  @TextInput({ description: 'Explanation.', optional: true, max: 500 })
  note?: string | null;
}

/** Steps that need nothing but a reason. */
export enum TicketStep {
  ASK_CONSENT = 'askConsent',
  AGREE = 'agree',
  REFUSE = 'refuse',
  VERIFY = 'verify',
  APPROVE = 'approve',
  REJECT = 'reject',
}

describeEnum(TicketStep, 'TicketStep', 'Steps of complaints and billing disputes that need nothing but a reason.', {
  ASK_CONSENT: 'Complaint: ask the customer whether they agree to the plan (TRB-23).',
  AGREE: 'The customer agrees to the plan or solution (TRB-23, TRB-53).',
  REFUSE: 'The customer refuses; a reason is needed. A complaint is dispatched again, a dispute gets a new draft.',
  VERIFY: 'Billing dispute: begin to check the charge (TRB-47).',
  APPROVE: 'Billing dispute: approve the solution; not for its drafter (TRB-51).',
  REJECT: 'Billing dispute: send the solution back, with a reason; not for its drafter (TRB-52).',
});

@Input('A step of a complaint or a billing dispute.')
export class TicketAdvanceInput {
  @IdInput(() => ProblemTicket, {
    description: 'The ticket; INVALID_TRANSITION, with the allowed actions, when its state does not allow the step.',
  })
  ticketId!: string;

  @EnumInput(() => TicketStep, { description: 'The step.' })
  step!: TicketStep;

  @TextInput({ description: 'Why; REQUIRED for REFUSE and REJECT.', optional: true, max: 1000 })
  reason?: string | null;
}
