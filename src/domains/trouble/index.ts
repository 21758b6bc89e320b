import './trouble.events.js';
import type { Domain } from '../../kernel/domain.js';
import { BillDispute } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { DispatchItem } from './dispatch-item.js';
import { FaultTicket } from './fault-ticket.js';
import { FaultResolver } from './fault.resolver.js';
import { ProblemTicket } from './problem-ticket.js';
import { SubFlowResolver } from './sub-flow.resolver.js';
import { Suggestion } from './suggestion.js';
import { alarmJob } from './ticket-alarm.js';
import { TicketBoardResolver } from './ticket-board.resolver.js';
import { TicketCategoryResolver } from './ticket-category.resolver.js';
import { TicketCategory } from './ticket-category.js';
import { TicketContact } from './ticket-contact.js';
import { TicketEscalation } from './ticket-escalation.js';
import { TicketProgressResolver } from './ticket-progress.resolver.js';
import { TicketRule } from './ticket-rule.js';
import { TicketRuleResolver } from './ticket-rule.resolver.js';
import { TicketResolver } from './ticket.resolver.js';
import { archiveJob } from './ticket.service.js';
import { troubleBaseline } from './trouble.baseline.js';
import './trouble.policy.js';

export * from './bill-dispute.js';
export * from './complaint-ticket.js';
export * from './dispatch-item.js';
export * from './fault-ticket.js';
export * from './problem-ticket.js';
export * from './suggestion.js';
export * from './ticket-category.js';
export * from './ticket-contact.js';
export * from './ticket-enums.js';
export * from './ticket-escalation.js';
export * from './ticket-rule.js';
export * from './ticket-status.js';

export { complaintLifecycle } from './complaint.lifecycle.js';
export { disputeLifecycle } from './dispute.lifecycle.js';
export { faultLifecycle } from './fault.lifecycle.js';
export { suggestionLifecycle } from './suggestion.lifecycle.js';
export { dispatchTicket } from './dispatch.service.js';
export { escalateTicket } from './escalation.service.js';
export * from './fault.inputs.js';
export { judge, type RuledTicket } from './ticket-rules.js';
export { confirmFault, progressFault, repairFault } from './fault.service.js';
export { linkMassFault, reportNetworkFault } from './network-fault.service.js';
export * from './sub-flow.inputs.js';
export { evaluateSuggestion, judgeCharge, returnComplaintPlan, submitSolution } from './sub-flow.service.js';
export * from './ticket-report.inputs.js';
export { reportComplaint, reportDispute, reportFault, reportSuggestion } from './ticket-report.service.js';
export * from './ticket-rule.inputs.js';
export { saveTicketRule } from './ticket-rule.service.js';
export * from './ticket.inputs.js';
export { advanceTicket, answerTicket, cancelTicket, closeTicket, resolveTicket } from './ticket.service.js';

export const trouble: Domain = {
  name: 'trouble',
  entities: [
    TicketCategory,
    TicketRule,
    ProblemTicket,
    FaultTicket,
    ComplaintTicket,
    Suggestion,
    BillDispute,
    TicketEscalation,
    DispatchItem,
    TicketContact,
  ],
  resolvers: [
    FaultResolver,
    SubFlowResolver,
    TicketResolver,
    TicketRuleResolver,
    TicketCategoryResolver,
    TicketProgressResolver,
    TicketBoardResolver,
  ],
  jobs: [alarmJob, archiveJob],
  baseline: troubleBaseline,
};
