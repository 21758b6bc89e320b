import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { handOverContact } from '../contact/index.js';
import { Account, Customer } from '../customer/index.js';
import { InstanceParty, ProductInstance } from '../inventory/index.js';
import { callerEmployee } from '../organisation/index.js';
import type { FaultLevel } from './fault-ticket.js';
import { futureMoment } from './moments.js';
import { planAlarms } from './ticket-alarm.js';
import { categoryFor } from './ticket-category.service.js';
import { TicketContact } from './ticket-contact.js';
import { linkIfDuplicate } from './ticket-duplicate.js';
import { TicketChannel, type TicketKind, TicketOrigin, TicketSeverity } from './ticket-enums.js';
import { followTicket } from './ticket-process.js';
import { lifecycleOf, moveTicket } from './ticket-lifecycles.js';
import type { ProblemTicket } from './problem-ticket.js';
import type { TicketReportInput } from './ticket-report.inputs.js';
import { judgeByRules } from './ticket-rules.js';

/** What a kind of ticket adds to the acceptance. */
export interface Acceptance<T extends ProblemTicket> {
  ticketNo: string;
  ticketKind: TicketKind;
  origin?: TicketOrigin;
  majorEvent?: boolean;
  /** Sets the fields of the kind; called when the customer and severity are known. */
  fill: (ticket: T, customer: Customer) => void;
  /** Level of a fault, once the ticket is filled. */
  faultLevel?: (ticket: T) => FaultLevel | null;
}

/**
 * Accepts a customer's report: customer and subject are checked, rules give deadline and priority, and a repetition is linked to
 * its original (TRB-01 to TRB-09). The lock on the customer makes simultaneous reports of one problem find each other.
 */
export async function acceptTicket<T extends ProblemTicket>(
  tx: Transaction,
  ticket: T,
  input: TicketReportInput,
  acceptance: Acceptance<T>,
): Promise<T> {
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  const instance = input.productInstanceId ? await instanceOf(tx, customer, input.productInstanceId) : null;
  beginFields(tx, ticket, acceptance.ticketNo);
  ticket.customer = customer;
  ticket.customerLevel = customer.serviceLevel;
  ticket.productInstance = instance;
  ticket.account = input.accountId ? await accountOf(tx, customer, input.accountId) : null;
  ticket.region = instance?.region ?? customer.region;
  ticket.category = await categoryFor(tx, acceptance.ticketKind, input.categoryCode);
  ticket.severity = input.severity ?? TicketSeverity.MINOR;
  ticket.origin = acceptance.origin ?? TicketOrigin.CUSTOMER;
  ticket.channel = input.channel ?? (tx.caller.kind === 'CUSTOMER' ? TicketChannel.PORTAL : TicketChannel.HOTLINE);
  ticket.acceptedBy = await callerEmployee(tx);
  ticket.content = input.content;
  ticket.contactName = input.contactName ?? null;
  ticket.contactPhone = input.contactPhone ?? null;
  ticket.contactAddress = input.contactAddress ?? null;
  ticket.replyMode = input.replyMode ?? null;
  ticket.serviceNumber = input.serviceNumber ?? instance?.accessNumber ?? null;
  ticket.requestedResolveAt = futureMoment(input.requestedResolveAt, tx.at, 'requestedResolveAt');
  acceptance.fill(ticket, customer);
  await prioritise(
    tx,
    ticket,
    acceptance.ticketKind,
    customer,
    acceptance.majorEvent ?? false,
    acceptance.faultLevel?.(ticket) ?? null,
  );
  lifecycleOf(ticket).begin(tx, ticket, {
    data: { ticketNo: ticket.ticketNo, priority: ticket.priority, dueAt: ticket.dueAt?.toISOString() ?? null },
  });
  tx.add(ticket);
  if (input.contactId) await linkContact(tx, ticket, customer, input.contactId);
  if (!(await linkIfDuplicate(tx, ticket)))
    await moveTicket(tx, ticket, 'classify', { data: { category: ticket.category.code } });
  await followTicket(tx, ticket);
  return ticket;
}

/** Deadline and priority by the rules, and the alarms that watch the deadline. */
export async function prioritise(
  tx: Transaction,
  ticket: ProblemTicket,
  ticketKind: TicketKind,
  customer: Customer | null,
  majorEvent: boolean,
  faultLevel: FaultLevel | null,
): Promise<void> {
  const judged = await judgeByRules(tx, {
    ticketKind,
    severity: ticket.severity,
    customerLevel: customer?.serviceLevel ?? null,
    customerType: customer?.customerType ?? null,
    faultLevel,
    majorEvent,
  });
  ticket.dueAt = judged.dueAt;
  ticket.priority = judged.priority;
  planAlarms(tx, ticket);
}

/** Fields that every ticket begins with. */
export function beginFields(tx: Transaction, ticket: ProblemTicket, ticketNo: string): void {
  ticket.ticketNo = ticketNo;
  ticket.acceptedAt = tx.at;
  ticket.repeatCount = 0;
  ticket.escalationLevel = 0;
  ticket.unsatisfiedVisits = 0;
  ticket.alarmLevel = 0;
}

async function instanceOf(tx: Transaction, customer: Customer, id: string): Promise<ProductInstance> {
  const path = ['input', 'productInstanceId'];
  const instance = await tx.get(ProductInstance, id, path, { lock: false });
  if (instance.customer.id === customer.id) return instance;
  const roles = await tx.em.count(InstanceParty, {
    instance,
    customer,
    $or: [{ validity: { to: null } }, { validity: { to: { $gt: tx.at } } }],
  });
  return roles > 0
    ? instance
    : refuse('NOT_OF_CUSTOMER', 'The customer neither owns, pays for nor uses this product instance.', path);
}

async function accountOf(tx: Transaction, customer: Customer, id: string): Promise<Account> {
  const path = ['input', 'accountId'];
  const account = await tx.get(Account, id, path, { lock: false });
  return account.owner.id === customer.id
    ? account
    : refuse('NOT_OF_CUSTOMER', 'The account belongs to another customer.', path);
}

async function linkContact(
  tx: Transaction,
  ticket: ProblemTicket,
  customer: Customer,
  contactId: string,
): Promise<void> {
  const link = new TicketContact();
  link.ticket = ticket;
  link.contact = await handOverContact(tx, contactId, customer, ['input', 'contactId'], tx.idOf(ticket));
  tx.add(link);
}
