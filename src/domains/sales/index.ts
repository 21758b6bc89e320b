import './sales.events.js';
import type { Domain } from '../../kernel/domain.js';
import { AppointmentResolver } from './appointment.resolver.js';
import { appointmentDue } from './appointment.service.js';
import { Appointment } from './appointment.js';
import { lapseOpportunities, lapseSchedule } from './opportunity-close.service.js';
import { OpportunityInstance } from './opportunity-instance.js';
import { OpportunityLine } from './opportunity-line.js';
import './opportunity-regenerate.js';
import { OpportunityRelation } from './opportunity-relation.js';
import { OpportunityResolver } from './opportunity.resolver.js';
import { Opportunity } from './opportunity.js';
import { expireProposals, expireSchedule } from './proposal-answer.service.js';
import './proposal-approval.js';
import { ProposalCharge } from './proposal-charge.js';
import { ProposalItemComponent } from './proposal-item-component.js';
import { ProposalItem } from './proposal-item.js';
import { ProposalResolver } from './proposal.resolver.js';
import { Proposal } from './proposal.js';
import { SalesActivityResolver } from './sales-activity.resolver.js';
import { SalesActivity } from './sales-activity.js';
import './sales.policy.js';

export * from './appointment.js';
export { lapseOpportunities } from './opportunity-close.service.js';
export * from './opportunity-instance.js';
export * from './opportunity-line.js';
export * from './opportunity-relation.js';
export * from './opportunity.enums.js';
export * from './opportunity.js';
export { expireProposals } from './proposal-answer.service.js';
export * from './proposal-charge.js';
export * from './proposal-item.js';
export * from './proposal-item-component.js';
export { objectToProposal } from './proposal.lifecycle.js';
export * from './proposal.js';
export * from './sales-activity.js';

/** What sellers do between the first sign of a need and its order: opportunities, activities, proposals, appointments (TMF699, TMF648, TMF646). */
export const sales: Domain = {
  name: 'sales',
  entities: [
    Opportunity,
    OpportunityLine,
    OpportunityInstance,
    OpportunityRelation,
    Appointment,
    Proposal,
    ProposalItem,
    ProposalItemComponent,
    ProposalCharge,
    SalesActivity,
  ],
  resolvers: [OpportunityResolver, AppointmentResolver, ProposalResolver, SalesActivityResolver],
  jobs: [lapseOpportunities, appointmentDue, expireProposals],
  schedules: [lapseSchedule, expireSchedule],
};
