import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob } from '../../kernel/jobs/job.js';
import { decideApproval, withdrawApproval } from '../../kernel/process/index.js';
import { BillDispute } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { withdrawOpen } from './dispatch.js';
import { redispatchAfterRefusal } from './dispatch.service.js';
import { raise } from './escalation.service.js';
import { FaultTicket } from './fault-ticket.js';
import { ProblemTicket } from './problem-ticket.js';
import { DISPUTE_SOLUTION, solutionApproval } from './solution-approval.js';
import { EscalationReason, isContent } from './ticket-enums.js';
import { lifecycleOf, moveTicket } from './ticket-lifecycles.js';
import { markResolved } from './ticket-outcome.js';
import { followTicket } from './ticket-process.js';
import { TicketStatus } from './ticket-status.js';
import {
  type TicketAdvanceInput,
  type TicketAnswerInput,
  type TicketCancelInput,
  type TicketCloseInput,
  type TicketResolveInput,
  TicketStep,
} from './ticket.inputs.js';

const TICKET = ['input', 'ticketId'];
/** So many dissatisfied visits in a row reopen a ticket (TRB-15). */
const VISITS_BEFORE_REOPENING = 2;
/** Closed tickets go to the archive after this time, in which repetitions are still found (TRB-06, TRB-10). */
const ARCHIVE_AFTER_MS = 30 * 24 * 60 * 60 * 1000;
const ARCHIVE = 'trouble.archive';

/** Runs a step on a locked ticket that the caller may see. */
function onTicket(
  context: CallContext,
  ticketId: string,
  step: (tx: Transaction, ticket: ProblemTicket) => Promise<void>,
): Promise<ProblemTicket> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(ProblemTicket, ticketId, TICKET);
    await step(tx, ticket);
    await followTicket(tx, ticket);
    return ticket;
  });
}

/** Notes that the problem is solved; the customer is told next. */
export const resolveTicket = (context: CallContext, input: TicketResolveInput): Promise<ProblemTicket> =>
  onTicket(context, input.ticketId, async (tx, ticket) => {
    await moveTicket(tx, ticket, 'resolve', { reason: input.resolution });
    markResolved(tx, ticket, input.resolution);
  });

/** Begins to tell the outcome, or takes the customer's opinion of it (TRB-13 to TRB-15). */
export const answerTicket = (context: CallContext, input: TicketAnswerInput): Promise<ProblemTicket> =>
  onTicket(context, input.ticketId, async (tx, ticket) => {
    const { satisfaction } = input;
    if (ticket.status !== TicketStatus.ANSWERING) await moveTicket(tx, ticket, 'answer');
    else if (!satisfaction)
      refuse('REQUIRED', 'The outcome is being told already: only the opinion of the customer is missing.', [
        'input',
        'satisfaction',
      ]);
    if (!satisfaction) return;
    ticket.satisfaction = satisfaction;
    ticket.feedback = input.feedback ?? null;
    if (isContent(satisfaction)) {
      if (input.reopen)
        refuse('CONTRADICTION', 'A satisfied customer gives no reason to handle it again.', ['input', 'reopen']);
      noteFeedback(tx, ticket);
    } else await visitOrReopen(tx, ticket, input.reopen ?? false);
  });

function noteFeedback(tx: Transaction, ticket: ProblemTicket): void {
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'ticket.feedback.recorded',
    subject: ticket,
    customerId: ticket.customer?.id,
    regionId: ticket.region.id,
    data: { satisfaction: ticket.satisfaction },
  });
}

async function visitOrReopen(tx: Transaction, ticket: ProblemTicket, atOnce: boolean): Promise<void> {
  ticket.unsatisfiedVisits += 1;
  const options = {
    reason: ticket.feedback ?? null,
    data: { satisfaction: ticket.satisfaction, unsatisfiedVisits: ticket.unsatisfiedVisits },
  };
  if (!atOnce && ticket.unsatisfiedVisits < VISITS_BEFORE_REOPENING)
    return moveTicket(tx, ticket, 'visitAgain', options);
  await moveTicket(tx, ticket, 'reopen', options);
  raise(tx, ticket, EscalationReason.DISSATISFIED, ticket.feedback ?? null);
  ticket.unsatisfiedVisits = 0;
  ticket.resolvedAt = null;
  ticket.resolution = null;
  if (ticket instanceof FaultTicket) Object.assign(ticket, { repaired: null, repairedAt: null, noFaultReason: null });
}

/** Finishes a ticket; a reason lets staff close it without a satisfied answer. */
export const closeTicket = (context: CallContext, input: TicketCloseInput): Promise<ProblemTicket> =>
  onTicket(context, input.ticketId, async (tx, ticket) => {
    const content = ticket.satisfaction && isContent(ticket.satisfaction);
    const unanswered = ticket.status === TicketStatus.ANSWERING && !content && input.reason;
    await moveTicket(tx, ticket, unanswered ? 'closeUnanswered' : 'close', { reason: input.reason ?? null });
    ticket.closedAt = tx.at;
    tx.enqueue({
      name: ARCHIVE,
      key: `${ARCHIVE}:${ticket.id}`,
      payload: { ticketId: ticket.id },
      runAt: new Date(tx.at.getTime() + ARCHIVE_AFTER_MS),
    });
  });

/** Withdraws a ticket; what departments still have is taken back. */
export const cancelTicket = (context: CallContext, input: TicketCancelInput): Promise<ProblemTicket> =>
  onTicket(context, input.ticketId, async (tx, ticket) => {
    await moveTicket(tx, ticket, 'cancel', { reason: input.reason });
    if (ticket instanceof BillDispute) await withdrawApproval(tx, DISPUTE_SOLUTION, ticket, input.reason);
    ticket.heldAt = null;
    ticket.closedAt = tx.at;
    await withdrawOpen(tx, ticket);
  });

/** Takes a step of a complaint or dispute that needs nothing but a reason. */
export const advanceTicket = (context: CallContext, input: TicketAdvanceInput): Promise<ProblemTicket> => {
  const { step, reason } = input;
  if ((step === TicketStep.REFUSE || step === TicketStep.REJECT) && !reason)
    refuse('REQUIRED', 'This step needs a reason.', ['input', 'reason']);
  return onTicket(context, input.ticketId, async (tx, ticket) => {
    if (step === TicketStep.APPROVE && ticket instanceof BillDispute)
      refuseMisuse(tx.caller, { regionId: ticket.region.id, amount: ticket.solutionAmount?.amount ?? null }, TICKET);
    if (ticket instanceof BillDispute && isDecision(tx, ticket, step)) {
      const approved = step === TicketStep.APPROVE;
      const decision = { ...solutionApproval(ticket), approved, remark: reason ?? null, path: TICKET };
      return decideApproval(tx, decision);
    }
    await moveTicket(tx, ticket, step, { reason: reason ?? null });
    if (!(ticket instanceof ComplaintTicket)) return;
    if (step === TicketStep.AGREE || step === TicketStep.REFUSE) ticket.planConsent = step === TicketStep.AGREE;
    if (step === TicketStep.REFUSE) await redispatchAfterRefusal(tx, ticket, reason ?? null);
  });
};

/** Whether a step decides on a solution; whoever may not take it at all is refused by the life cycle. */
function isDecision(tx: Transaction, ticket: BillDispute, step: TicketStep): boolean {
  const decides = step === TicketStep.APPROVE || step === TicketStep.REJECT;
  const pending = ticket.status === TicketStatus.APPROVAL_PENDING;
  const drafter = ticket.solutionDraftedBy === tx.caller.subject;
  return decides && pending && !drafter && ['STAFF', 'ADMIN', 'SYSTEM'].includes(tx.caller.kind);
}

/** Puts a closed ticket into the archive; finds nothing to do when that has happened (TRB-10). */
export const archiveJob = defineJob<{ ticketId: string }>(ARCHIVE, ({ ticketId }, context) =>
  context.database.write(context, async (tx) => {
    const ticket = await tx.find(ProblemTicket, ticketId);
    if (ticket && lifecycleOf(ticket).actionsFrom(ticket.status).includes('archive'))
      await moveTicket(tx, ticket, 'archive');
  }),
);
