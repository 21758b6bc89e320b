import type { Transaction } from '../../kernel/database/transaction.js';
import { DispatchItem, DispatchStatus } from './dispatch-item.js';
import type { ProblemTicket } from './problem-ticket.js';
import { planAlarms } from './ticket-alarm.js';

/** Holds a locked ticket: nobody works on it, and its deadline stands still (WFL-45). */
export function holdTicket(tx: Transaction, ticket: ProblemTicket): void {
  ticket.heldAt = tx.at;
}

/** Lets a held ticket go on; what was left of its deadline, and of those of the units that have it, is left still (WFL-45). */
export async function letTicketGoOn(tx: Transaction, ticket: ProblemTicket): Promise<void> {
  if (!ticket.heldAt) return;
  const held = tx.at.getTime() - ticket.heldAt.getTime();
  const later = (due: Date | null | undefined) => due && new Date(due.getTime() + held);
  ticket.heldAt = null;
  ticket.dueAt = later(ticket.dueAt);
  const items = await tx.em.find(DispatchItem, { ticket: ticket.id, status: DispatchStatus.SENT });
  for (const item of items) item.dueAt = later(item.dueAt);
  planAlarms(tx, ticket);
}
