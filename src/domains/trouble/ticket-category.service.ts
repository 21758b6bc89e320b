import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TicketCategory } from './ticket-category.js';
import { TicketKind } from './ticket-enums.js';

const GENERAL: Record<TicketKind, string> = {
  [TicketKind.FAULT]: 'FAULT_GENERAL',
  [TicketKind.COMPLAINT]: 'COMPLAINT_GENERAL',
  [TicketKind.SUGGESTION]: 'SUGGESTION_GENERAL',
  [TicketKind.BILL_DISPUTE]: 'DISPUTE_GENERAL',
};

/** The category in use that a report names, or the general one of the kind (TRB-03). */
export async function categoryFor(
  tx: Transaction,
  ticketKind: TicketKind,
  code: string | null | undefined,
): Promise<TicketCategory> {
  const wanted = code ?? GENERAL[ticketKind];
  const found = await tx.em.findOne(TicketCategory, { code: wanted, ticketKind, active: true });
  return (
    found ??
    refuse(
      'UNKNOWN_CODE',
      `There is no category in use with the code "${wanted}" for ${ticketKind}.`,
      ['input', 'categoryCode'],
      { code: wanted },
    )
  );
}
