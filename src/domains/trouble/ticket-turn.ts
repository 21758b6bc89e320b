import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { refuseBeforeTurn } from '../../kernel/process/index.js';
import type { ProblemTicket } from './problem-ticket.js';
import type { TicketAction } from './ticket-status.js';
import { needsOf } from './ticket-steps.js';

/** What concerns the ticket as a whole, or follows from another, whatever its process does. */
const ANY_TIME: readonly TicketAction[] = ['cancel', 'linkDuplicate', 'monitor', 'followMassFault', 'archive'];

/**
 * Refuses work on a ticket that belongs to a step of its process while that stands before it, at what an operator has drawn there (WFL-36), and any
 * work while it is held (WFL-45). What systems tell has happened already.
 */
export async function refuseEarly(tx: Transaction, ticket: ProblemTicket, action: TicketAction): Promise<void> {
  if (tx.caller.kind === 'SYSTEM' || ANY_TIME.includes(action)) return;
  if (ticket.heldAt)
    refuse('ON_HOLD', 'The ticket is held with its process.', [], { heldAt: ticket.heldAt.toISOString() });
  if (!ticket.processInstance) return;
  await refuseBeforeTurn(tx.em, ticket.processInstance.id, needsOf(ticket), []);
}
