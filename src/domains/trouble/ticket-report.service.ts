import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { type Customer, CustomerType, ServiceLevel } from '../customer/index.js';
import { BillDispute } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { FaultLevel, FaultTicket } from './fault-ticket.js';
import { futureMoment, pastMoment } from './moments.js';
import { Suggestion } from './suggestion.js';
import { acceptTicket } from './ticket-acceptance.js';
import { TicketKind, TicketOrigin, TicketSeverity } from './ticket-enums.js';
import type {
  ComplaintReportInput,
  DisputeReportInput,
  FaultReportInput,
  SuggestionReportInput,
} from './ticket-report.inputs.js';

const PREFIX: Record<TicketKind, string> = {
  [TicketKind.FAULT]: 'F',
  [TicketKind.COMPLAINT]: 'C',
  [TicketKind.SUGGESTION]: 'S',
  [TicketKind.BILL_DISPUTE]: 'B',
};

/** A number for a new ticket, such as `F-00000012`. */
export async function ticketNumber(context: CallContext, ticketKind: TicketKind): Promise<string> {
  const prefix = PREFIX[ticketKind];
  return formatNumber(prefix, await takeNumber(context.database, `ticket ${prefix}`));
}

/** Accepts a fault that a customer reports (TRB-01, TRB-04). */
export async function reportFault(context: CallContext, input: FaultReportInput): Promise<FaultTicket> {
  const ticketNo = await ticketNumber(context, TicketKind.FAULT);
  return context.database.write(context, (tx) =>
    acceptTicket(tx, new FaultTicket(), input, {
      ticketNo,
      ticketKind: TicketKind.FAULT,
      fill: (ticket, customer) => {
        ticket.symptom = input.symptom ?? null;
        ticket.faultAt = pastMoment(input.faultAt, tx.at, 'faultAt');
        ticket.appointmentAt = futureMoment(input.appointmentAt, tx.at, 'appointmentAt');
        ticket.level = levelOf(ticket.severity, customer);
        ticket.massFault = false;
      },
      faultLevel: (ticket) => ticket.level ?? null,
    }),
  );
}

/** Total loss of service of a large or top-level customer is of the first level (TRB-69). */
function levelOf(severity: TicketSeverity, customer: Customer): FaultLevel {
  const top = customer.customerType === CustomerType.BIG || customer.serviceLevel === ServiceLevel.DIAMOND;
  return severity === TicketSeverity.CRITICAL && top ? FaultLevel.FIRST : FaultLevel.SECOND;
}

/** Accepts a complaint (TRB-02). */
export async function reportComplaint(context: CallContext, input: ComplaintReportInput): Promise<ComplaintTicket> {
  const ticketNo = await ticketNumber(context, TicketKind.COMPLAINT);
  return context.database.write(context, (tx) =>
    acceptTicket(tx, new ComplaintTicket(), input, {
      ticketNo,
      ticketKind: TicketKind.COMPLAINT,
      origin: input.sourcePlace ? TicketOrigin.OTHER_PROVINCE : TicketOrigin.CUSTOMER,
      majorEvent: input.majorEvent ?? false,
      fill: (ticket) => {
        ticket.complainedAt = pastMoment(input.complainedAt, tx.at, 'complainedAt') ?? tx.at;
        ticket.majorEvent = input.majorEvent ?? false;
        ticket.sourcePlace = input.sourcePlace ?? null;
      },
    }),
  );
}

/** Accepts a suggestion (TRB-68). */
export async function reportSuggestion(context: CallContext, input: SuggestionReportInput): Promise<Suggestion> {
  const ticketNo = await ticketNumber(context, TicketKind.SUGGESTION);
  return context.database.write(context, (tx) =>
    acceptTicket(tx, new Suggestion(), input, { ticketNo, ticketKind: TicketKind.SUGGESTION, fill: () => undefined }),
  );
}

/** Accepts a dispute about a charge (TRB-05). */
export async function reportDispute(context: CallContext, input: DisputeReportInput): Promise<BillDispute> {
  if (!input.accountId) refuse('REQUIRED', 'A dispute is about an account.', ['input', 'accountId']);
  const ticketNo = await ticketNumber(context, TicketKind.BILL_DISPUTE);
  return context.database.write(context, (tx) =>
    acceptTicket(tx, new BillDispute(), input, {
      ticketNo,
      ticketKind: TicketKind.BILL_DISPUTE,
      fill: (ticket) => {
        ticket.disputedAmount = input.disputedAmount ? Money.of(input.disputedAmount, ticket.account!.currency) : null;
        ticket.billingCycle = input.billingCycle ?? null;
        ticket.chargeItem = input.chargeItem ?? null;
      },
    }),
  );
}
