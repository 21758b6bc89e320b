import type { Transaction } from '../../kernel/database/transaction.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { ProductInstance } from '../inventory/index.js';
import type { ProblemTicket } from './problem-ticket.js';

/** Notes that a ticket is solved, and asks for the evaluation of the service level where a product instance is concerned (TRB-12). */
export function markResolved(tx: Transaction, ticket: ProblemTicket, resolution: string | null): void {
  ticket.resolvedAt = tx.at;
  ticket.resolution = resolution;
  if (!ticket.productInstance) return;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'ticket.sla-evaluation.requested',
    subject: ticket,
    regionId: ticket.region.id,
    data: {
      productInstanceId: encodeId(nounOf(ProductInstance).tag!, ticket.productInstance.id),
      acceptedAt: ticket.acceptedAt.toISOString(),
      dueAt: ticket.dueAt?.toISOString() ?? null,
      resolvedAt: tx.at.toISOString(),
    },
  });
}
