import { decimal, oneOf, text } from '../../kernel/events/event-type.js';
import { type BillDispute, ChargeVerdict, SolutionKind } from './bill-dispute.js';
import { TicketStatus as S } from './ticket-status.js';
import { STAFF_AND_CUSTOMER, STAFF_ONLY, ticketLifecycle } from './ticket.lifecycle.js';

/** Billing disputes: the charge is checked; a wrong one is made good by an approved and agreed solution (TRB-47 to TRB-56). */
export const disputeLifecycle = ticketLifecycle<BillDispute>({
  name: 'dispute',
  subject: 'BillDispute',
  data: {
    verdict: oneOf(ChargeVerdict, 'Whether the charge was right.'),
    kind: oneOf(SolutionKind, 'How it was settled.'),
    amount: decimal('Amount of the settlement.'),
    currency: text('ISO 4217 code.'),
    approvalNo: text('Number of the approval that decided.'),
  },
  states: [S.VERIFYING, S.SOLUTION_DRAFT, S.APPROVAL_PENDING, S.CONSENT_PENDING, S.EXECUTING],
  steps: [
    { action: 'verify', from: [S.CLASSIFIED], to: S.VERIFYING, who: STAFF_ONLY },
    { action: 'chargeRight', from: [S.VERIFYING], to: S.RESOLVED, who: STAFF_ONLY },
    { action: 'chargeWrong', from: [S.VERIFYING], to: S.SOLUTION_DRAFT, who: STAFF_ONLY },
    { action: 'submitSolution', from: [S.SOLUTION_DRAFT], to: S.APPROVAL_PENDING, who: STAFF_ONLY },
    { action: 'approve', from: [S.APPROVAL_PENDING], to: S.CONSENT_PENDING, who: STAFF_ONLY, guard: 'notTheDrafter' },
    { action: 'reject', from: [S.APPROVAL_PENDING], to: S.SOLUTION_DRAFT, who: STAFF_ONLY, guard: 'notTheDrafter' },
    { action: 'withdrawSolution', from: [S.APPROVAL_PENDING], to: S.SOLUTION_DRAFT, who: STAFF_ONLY },
    { action: 'agree', from: [S.CONSENT_PENDING], to: S.EXECUTING, who: STAFF_AND_CUSTOMER },
    { action: 'refuse', from: [S.CONSENT_PENDING], to: S.SOLUTION_DRAFT, who: STAFF_AND_CUSTOMER },
    { action: 'resolve', from: [S.EXECUTING], to: S.RESOLVED, who: STAFF_ONLY },
  ],
  guards: {
    notTheDrafter: (ticket, tx) =>
      ticket.solutionDraftedBy !== tx.caller.subject ? undefined : 'Who drafted the solution may not decide on it.',
  },
});
