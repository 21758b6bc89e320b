import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { FaultLevel, FaultTicket } from './fault-ticket.js';
import { ProblemTicket } from './problem-ticket.js';
import { TicketEscalation } from './ticket-escalation.js';
import { EscalationReason } from './ticket-enums.js';
import { FINISHED_STATUSES } from './ticket-status.js';
import type { TicketEscalateInput } from './ticket.inputs.js';

/** Reasons that only make sense for faults (TRB-42), and those that make a fault one of the first level (TRB-70). */
const FAULT_REASONS = [EscalationReason.MASS_FAULT, EscalationReason.FAULT_LEVEL];
const FIRST_LEVEL_REASONS = [...FAULT_REASONS, EscalationReason.OVERDUE];

/** Raises a ticket to the next level (TRB-26, TRB-42). */
export function escalateTicket(context: CallContext, input: TicketEscalateInput): Promise<ProblemTicket> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(ProblemTicket, input.ticketId, ['input', 'ticketId']);
    if (FINISHED_STATUSES.includes(ticket.status))
      refuse('INVALID_STATE', `A ticket that is ${ticket.status} cannot be raised.`, ['input', 'ticketId'], {
        state: ticket.status,
      });
    const path = ['input', 'reason'];
    if (FAULT_REASONS.includes(input.reason) && !(ticket instanceof FaultTicket))
      refuse('NOT_FOR_THIS_KIND', 'This reason is for faults only.', path);
    if (input.reason === EscalationReason.OVERDUE && !isOverdue(ticket, tx.at))
      refuse('NOT_OVERDUE', 'The deadline has not passed.', path);
    raise(tx, ticket, input.reason, input.note ?? null);
    return ticket;
  });
}

/** A held ticket does not come to be overdue. */
const isOverdue = ({ dueAt, heldAt, resolvedAt }: ProblemTicket, now: Date): boolean =>
  Boolean(dueAt && dueAt < (heldAt ?? now) && !resolvedAt);

/** Writes an escalation. Customers do not see it in their history: it may name internal reasons. */
export function raise(
  tx: Transaction,
  ticket: ProblemTicket,
  reason: EscalationReason,
  note: string | null,
): TicketEscalation {
  const escalation = new TicketEscalation();
  escalation.ticket = ticket;
  escalation.reason = reason;
  escalation.note = note?.slice(0, 500) ?? null;
  escalation.fromLevel = ticket.escalationLevel;
  escalation.toLevel = ticket.escalationLevel + 1;
  escalation.escalatedAt = tx.at;
  escalation.escalatedBy = tx.caller.subject;
  ticket.escalationLevel = escalation.toLevel;
  if (ticket instanceof FaultTicket && FIRST_LEVEL_REASONS.includes(reason)) ticket.level = FaultLevel.FIRST;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'ticket.escalated',
    subject: ticket,
    regionId: ticket.region.id,
    reason: note,
    data: { reason, fromLevel: escalation.fromLevel, toLevel: escalation.toLevel },
  });
  return tx.add(escalation);
}
