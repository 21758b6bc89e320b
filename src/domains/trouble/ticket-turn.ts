import type { Transaction } from '../../kernel/database/transaction.js';
import { refuseBeforeTurn } from '../../kernel/process/index.js';
import type { ProblemTicket } from './problem-ticket.js';
import type { TicketAction } from './ticket-status.js';
import { needsOf } from './ticket-steps.js';

/** What concerns the ticket as a whole, or follows from another, whatever its process does. */
const ANY_TIME: readonly TicketAction[] = ['cancel', 'linkDuplicate', 'monitor', 'followMassFault', 'archive'];

/**
 * Refuses work on a ticket that belongs to a step of its process while that stands before it, at what an operator has drawn there (WFL-36). What
 * systems tell has happened already.
 */
export async function refuseEarly(tx: Transaction, ticket: ProblemTicket, action: TicketAction): Promise<void> {
  if (!ticket.processInstance || tx.caller.kind === 'SYSTEM' || ANY_TIME.includes(action)) return;
  await refuseBeforeTurn(tx.em, ticket.processInstance.id, needsOf(ticket), []);
}
