import type { Transaction } from '../../kernel/database/transaction.js';
import { workOn } from '../../kernel/process/index.js';
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
  for (const item of open) {
    item.status = DispatchStatus.WITHDRAWN;
    await workOn(tx, item, 'TAKEN_BACK', 'Taken back.');
  }
}

/** Writes the receipt of the main receiver, which ends the dispatch; answers undefined when nothing was sent (TRB-18). */
export async function returnMain(
  tx: Transaction,
  ticket: ProblemTicket,
  receipt: string | null,
): Promise<DispatchItem | undefined> {
  const item = await mainOf(tx, ticket);
  if (!item) return undefined;
  item.status = DispatchStatus.RETURNED;
  item.returnedAt = tx.at;
  item.receipt = receipt;
  await workOn(tx, item, 'DONE', receipt);
  return item;
}

/** Notes in the task of the main receiver that it works on the ticket (TRB-38). */
export async function mainUnderWay(tx: Transaction, ticket: ProblemTicket, note: string | null): Promise<void> {
  const item = await mainOf(tx, ticket);
  if (item) await workOn(tx, item, 'UNDER_WAY', note);
}

const mainOf = (tx: Transaction, ticket: ProblemTicket): Promise<DispatchItem | null> =>
  tx.em.findOne(DispatchItem, { ticket, role: DispatchRole.MAIN, status: DispatchStatus.SENT });
