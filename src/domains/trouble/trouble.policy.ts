import {
  allow,
  defineFieldPolicy,
  definePolicy,
  everyRow,
  inRegion,
  maskedUnless,
  ofCustomer,
  policyPublic,
  via,
} from '../../kernel/access/index.js';
import { DispatchItem } from './dispatch-item.js';
import { ProblemTicket } from './problem-ticket.js';
import { TicketCategory } from './ticket-category.js';
import { TicketContact } from './ticket-contact.js';
import { TicketEscalation } from './ticket-escalation.js';
import { TicketRule } from './ticket-rule.js';

definePolicy(ProblemTicket, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') });
definePolicy(TicketContact, { STAFF: via('ticket'), CUSTOMER: via('ticket') });
const contact = maskedUnless('party.contact.read', 'CUSTOMER');
defineFieldPolicy(ProblemTicket, { contactPhone: contact, contactAddress: contact });
// To whom a ticket goes and why it is raised is internal; customers see its state.
definePolicy(DispatchItem, { STAFF: via('ticket') });
definePolicy(TicketEscalation, { STAFF: via('ticket') });
definePolicy(TicketRule, { STAFF: everyRow });
policyPublic(TicketCategory);

// Customers report and answer their own tickets; the life cycles say which steps are theirs (TRB-57, TRB-58).
allow({
  faultReport: ['STAFF', 'CUSTOMER'],
  complaintReport: ['STAFF', 'CUSTOMER'],
  suggestionReport: ['STAFF', 'CUSTOMER'],
  disputeReport: ['STAFF', 'CUSTOMER'],
  ticketAdvance: ['STAFF', 'CUSTOMER'],
  ticketAnswer: ['STAFF', 'CUSTOMER'],
  ticketClose: ['STAFF', 'CUSTOMER'],
  ticketCancel: ['STAFF', 'CUSTOMER'],
  ticketProgress: ['STAFF', 'CUSTOMER'],
});

allow({
  faultReportByNetwork: ['STAFF'],
  faultConfirm: ['STAFF'],
  faultProgress: ['STAFF'],
  faultRepaired: ['STAFF'],
  massFaultLink: ['STAFF'],
  complaintPlanReturn: ['STAFF'],
  suggestionEvaluate: ['STAFF'],
  disputeJudge: ['STAFF'],
  disputeSolutionSubmit: ['STAFF'],
  ticketDispatch: ['STAFF'],
  ticketResolve: ['STAFF'],
  ticketEscalate: ['STAFF'],
  faultBoard: ['STAFF'],
  openFaults: ['STAFF'],
  ticketsAboutToBreach: ['STAFF'],
});

// Rules and categories hold for the whole operator: administrators only.
allow({ ticketRuleSave: [], ticketCategorySave: [] });
