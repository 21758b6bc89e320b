import { LockMode, type FilterQuery } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Class } from '../../kernel/model/index.js';
import { BillDispute } from './bill-dispute.js';
import { FaultTicket } from './fault-ticket.js';
import type { ProblemTicket } from './problem-ticket.js';
import { EscalationReason } from './ticket-enums.js';
import { moveTicket } from './ticket-lifecycles.js';
import { TicketStatus } from './ticket-status.js';

/** How long after its closing a ticket still counts as the original of a repetition. */
const MEMORY_MS = 30 * 24 * 60 * 60 * 1000;
/** From so many repetitions on, raising the original to a higher level is proposed. */
const PROPOSAL_FROM = 2;

/**
 * Links a new ticket to the one that it repeats, if there is one (TRB-06, TRB-07): same customer, kind, category and product
 * instance (disputes: account, cycle and charge item). Answers whether there was.
 */
export async function linkIfDuplicate(tx: Transaction, ticket: ProblemTicket): Promise<boolean> {
  const original = await originalOf(tx, ticket);
  if (!original) return false;
  original.repeatCount += 1;
  ticket.duplicateOf = original;
  const data = {
    originalId: tx.idOf(original),
    originalNo: original.ticketNo,
    originalStatus: original.status,
    repeatCount: original.repeatCount,
  };
  await moveTicket(tx, ticket, 'linkDuplicate', { data });
  if (original.repeatCount >= PROPOSAL_FROM) proposeEscalation(tx, original);
  return true;
}

async function originalOf(tx: Transaction, ticket: ProblemTicket): Promise<ProblemTicket | null> {
  const same = {
    customer: ticket.customer,
    category: ticket.category,
    duplicateOf: null,
    id: { $ne: ticket.id },
    ...(ticket instanceof BillDispute
      ? { account: ticket.account ?? null, billingCycle: ticket.billingCycle, chargeItem: ticket.chargeItem }
      : { productInstance: ticket.productInstance ?? null }),
    ...stillCounts(tx, ticket),
  };
  const found = await tx.em.find(ticket.constructor as Class<ProblemTicket>, same as FilterQuery<ProblemTicket>, {
    orderBy: { acceptedAt: 'desc' },
    limit: 1,
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  return found[0] ?? null;
}

/** A fault that comes back after its repair is a new fault; of other tickets, those closed recently count too. */
function stillCounts(tx: Transaction, ticket: ProblemTicket): Record<string, unknown> {
  const { RESOLVED, ANSWERING, CLOSED, ARCHIVED, CANCELLED } = TicketStatus;
  if (ticket instanceof FaultTicket) return { status: { $nin: [RESOLVED, ANSWERING, CLOSED, ARCHIVED, CANCELLED] } };
  return {
    status: { $nin: [ARCHIVED, CANCELLED] },
    $or: [{ closedAt: null }, { closedAt: { $gte: new Date(tx.at.getTime() - MEMORY_MS) } }],
  };
}

/** Without the customer: whether a ticket is to be raised is internal (TRB-26). */
function proposeEscalation(tx: Transaction, original: ProblemTicket): void {
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'ticket.escalation.proposed',
    subject: original,
    regionId: original.region.id,
    data: { reason: EscalationReason.REPEATED_BY_SAME_USER, repeatCount: original.repeatCount },
  });
}
