import type { MoveOptions } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { BillDispute } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { complaintLifecycle } from './complaint.lifecycle.js';
import { disputeLifecycle } from './dispute.lifecycle.js';
import { FaultTicket } from './fault-ticket.js';
import { faultLifecycle } from './fault.lifecycle.js';
import type { ProblemTicket } from './problem-ticket.js';
import { Suggestion } from './suggestion.js';
import { suggestionLifecycle } from './suggestion.lifecycle.js';
import type { TicketLifecycle } from './ticket.lifecycle.js';
import type { TicketAction } from './ticket-status.js';

/** Each kind's life cycle takes tickets of its own class only, which the lookup by class guarantees. */
const lifecycles = new Map<unknown, TicketLifecycle<never>>([
  [FaultTicket, faultLifecycle],
  [ComplaintTicket, complaintLifecycle],
  [Suggestion, suggestionLifecycle],
  [BillDispute, disputeLifecycle],
]);

/** The life cycle of the ticket's kind. */
export function lifecycleOf(ticket: ProblemTicket): TicketLifecycle<ProblemTicket> {
  const found = lifecycles.get(ticket.constructor);
  if (!found) throw new Error(`Tickets of type ${ticket.constructor.name} have no life cycle.`);
  return found as TicketLifecycle<ProblemTicket>;
}

/** Takes a step of the ticket's life cycle; refuses as the life cycle's `move` does. */
export const moveTicket = (
  tx: Transaction,
  ticket: ProblemTicket,
  action: TicketAction,
  options: MoveOptions = {},
): Promise<void> => lifecycleOf(ticket).move(tx, ticket, action, options);
