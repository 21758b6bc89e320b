import type { Transaction } from '../../kernel/database/transaction.js';
import type { InternalOrganization } from '../party/index.js';
import { DispatchItem, DispatchRole, DispatchStatus } from './dispatch-item.js';
import type { ProblemTicket } from './problem-ticket.js';

/** What a dispatch says to its receivers. */
export interface DispatchOrder {
  instruction: string | null;
  dueAt: Date | null;
}

/** Sends the ticket to one receiver; no organisation is the network side as a whole. */
export function send(
  tx: Transaction,
  ticket: ProblemTicket,
  role: DispatchRole,
  organization: InternalOrganization | null,
  order: DispatchOrder,
): DispatchItem {
  const item = new DispatchItem();
  item.ticket = ticket;
  item.role = role;
  item.organization = organization;
  item.status = DispatchStatus.SENT;
  item.instruction = order.instruction;
  item.sentAt = tx.at;
  item.dueAt = order.dueAt;
  item.returnedAt = null;
  item.receipt = null;
  return tx.add(item);
}

/** Takes back what its receivers still have; receipts that came stay as they are. */
export async function withdrawOpen(tx: Transaction, ticket: ProblemTicket): Promise<void> {
  const open = await tx.em.find(DispatchItem, { ticket, status: DispatchStatus.SENT });
  for (const item of open) item.status = DispatchStatus.WITHDRAWN;
}

/** Writes the receipt of the main receiver, which ends the dispatch; answers undefined when nothing was sent (TRB-18). */
export async function returnMain(
  tx: Transaction,
  ticket: ProblemTicket,
  receipt: string | null,
): Promise<DispatchItem | undefined> {
  const item = await tx.em.findOne(DispatchItem, { ticket, role: DispatchRole.MAIN, status: DispatchStatus.SENT });
  if (!item) return undefined;
  item.status = DispatchStatus.RETURNED;
  item.returnedAt = tx.at;
  item.receipt = receipt;
  return item;
}
