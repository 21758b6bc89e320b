import { Decimal } from 'decimal.js';
import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { askApproval } from '../../kernel/process/index.js';
import { Account } from '../customer/index.js';
import { BillDispute, ChargeVerdict } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { complaintLifecycle } from './complaint.lifecycle.js';
import { returnMain } from './dispatch.js';
import { disputeLifecycle } from './dispute.lifecycle.js';
import type {
  ComplaintPlanInput,
  DisputeJudgeInput,
  DisputeSolutionInput,
  SuggestionEvaluateInput,
} from './sub-flow.inputs.js';
import { solutionApproval } from './solution-approval.js';
import { Suggestion } from './suggestion.js';
import { suggestionLifecycle } from './suggestion.lifecycle.js';
import { followTicket } from './ticket-process.js';
import { markResolved } from './ticket-outcome.js';

const TICKET = ['input', 'ticketId'];

/** Takes the plan of the main department; the customer is asked next (TRB-21). */
export function returnComplaintPlan(context: CallContext, input: ComplaintPlanInput): Promise<ComplaintTicket> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(ComplaintTicket, input.ticketId, TICKET);
    await complaintLifecycle.move(tx, ticket, 'returnPlan', { reason: input.plan });
    await returnMain(tx, ticket, input.plan);
    ticket.planConsent = null;
    await followTicket(tx, ticket);
    return ticket;
  });
}

/** Decides about a suggestion, which resolves it (TRB-68). */
export function evaluateSuggestion(context: CallContext, input: SuggestionEvaluateInput): Promise<Suggestion> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(Suggestion, input.ticketId, TICKET);
    await suggestionLifecycle.move(tx, ticket, 'evaluate', {
      reason: input.reason,
      data: { adoption: input.adoption },
    });
    ticket.adoption = input.adoption;
    ticket.adoptionReason = input.reason;
    await returnMain(tx, ticket, input.reason);
    markResolved(tx, ticket, input.reason);
    await followTicket(tx, ticket);
    return ticket;
  });
}

/** Takes the verdict on a charge: a right one resolves the dispute, a wrong one needs a solution (TRB-47, TRB-48). */
export function judgeCharge(context: CallContext, input: DisputeJudgeInput): Promise<BillDispute> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(BillDispute, input.ticketId, TICKET);
    const right = input.verdict === ChargeVerdict.CORRECT;
    await disputeLifecycle.move(tx, ticket, right ? 'chargeRight' : 'chargeWrong', {
      reason: input.evidence,
      data: { verdict: input.verdict },
    });
    ticket.verdict = input.verdict;
    ticket.verdictEvidence = input.evidence;
    if (right) markResolved(tx, ticket, input.evidence);
    await followTicket(tx, ticket);
    return ticket;
  });
}

/** Hands a solution to the approver; earlier ones stay in the history (TRB-50, TRB-52). */
export function submitSolution(context: CallContext, input: DisputeSolutionInput): Promise<BillDispute> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(BillDispute, input.ticketId, TICKET);
    refuseMisuse(tx.caller, { regionId: ticket.region.id, amount: input.amount }, ['input', 'amount']);
    const disputed = ticket.disputedAmount?.amount;
    if (disputed && new Decimal(input.amount).gt(disputed))
      refuse('TOO_LARGE', 'The solution is worth more than the disputed amount.', ['input', 'amount'], {
        max: disputed,
      });
    const { currency } = await tx.em.findOneOrFail(Account, { id: ticket.account!.id });
    const data = { kind: input.kind, amount: input.amount, currency };
    await disputeLifecycle.move(tx, ticket, 'submitSolution', { reason: input.note ?? null, data });
    ticket.solutionKind = input.kind;
    ticket.solutionAmount = Money.of(input.amount, currency);
    ticket.solutionDraftedBy = tx.caller.subject;
    await askApproval(tx, solutionApproval(ticket));
    await followTicket(tx, ticket);
    return ticket;
  });
}
