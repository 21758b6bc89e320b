import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import { type ApprovalRequest, onVerdict } from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { BillDispute } from './bill-dispute.js';
import { moveTicket } from './ticket-lifecycles.js';
import { followTicket } from './ticket-process.js';
import { TicketStatus } from './ticket-status.js';

/** Kind of approval of the solution of a billing dispute (TRB-51). */
export const DISPUTE_SOLUTION = 'DISPUTE_SOLUTION';

/** What is asked about a solution, in the name of who drafted it. */
export const solutionApproval = (ticket: BillDispute): ApprovalRequest => ({
  ...{ kind: DISPUTE_SOLUTION, subject: ticket, title: ticket.ticketNo, regionId: ticket.region.id },
  ...(ticket.solutionDraftedBy ? { askedBy: ticket.solutionDraftedBy } : {}),
  changes: { kind: ticket.solutionKind, amount: ticket.solutionAmount?.amount },
  variables: { amount: ruleNumber(ticket.solutionAmount?.amount ?? '0'), solution: ticket.solutionKind },
});

onVerdict<BillDispute>(DISPUTE_SOLUTION, {
  subject: BillDispute,
  // However the decision comes, it needs the right to take steps with tickets, within its limit of money (TRB-49).
  admit: async (tx, ticket, path) => {
    requirePermission(tx.caller, 'ticketAdvance');
    const use = { regionId: ticket.region.id, amount: ticket.solutionAmount?.amount ?? null };
    refuseMisuse(actingUnder(tx.caller, 'ticketAdvance'), use, path);
  },
  decided: async (tx, { subject: ticket, result, remark, approvalNo }) => {
    if (ticket.status !== TicketStatus.APPROVAL_PENDING) return;
    const action = ({ APPROVED: 'approve', REJECTED: 'reject', WITHDRAWN: 'withdrawSolution' } as const)[result];
    await moveTicket(tx, ticket, action, { reason: remark, data: { approvalNo } });
    await followTicket(tx, ticket);
  },
});
