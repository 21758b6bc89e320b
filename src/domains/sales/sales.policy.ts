import { allow, definePolicy, extendPolicy, inRegion, ofCustomer, via, whoSees } from '../../kernel/access/index.js';
import { Document } from '../document/index.js';
import { Employee } from '../organisation/index.js';
import { Appointment } from './appointment.js';
import { OpportunityInstance } from './opportunity-instance.js';
import { OpportunityLine } from './opportunity-line.js';
import { OpportunityRelation } from './opportunity-relation.js';
import { Opportunity } from './opportunity.js';
import { ProposalCharge } from './proposal-charge.js';
import { ProposalItemComponent } from './proposal-item-component.js';
import { ProposalItem } from './proposal-item.js';
import { Proposal } from './proposal.js';
import { SalesActivity } from './sales-activity.js';

// What sellers expect of a customer is neither for the customer nor for who developed it.
definePolicy(Opportunity, { STAFF: inRegion('region') });
definePolicy(SalesActivity, { STAFF: inRegion('region') });
definePolicy(OpportunityLine, { STAFF: via('opportunity') });
definePolicy(OpportunityInstance, { STAFF: via('opportunity') });
definePolicy(OpportunityRelation, { STAFF: via('later') });

// Customers see their appointments, and who comes.
definePolicy(Appointment, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') });
extendPolicy(Employee, { CUSTOMER: whoSees(Appointment, 'employee') });

// A proposal is for the customer from when it is sent.
definePolicy(Proposal, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('recipient') });
definePolicy(ProposalItem, { STAFF: via('proposal'), CUSTOMER: via('proposal') });
definePolicy(ProposalItemComponent, { STAFF: via('proposalItem'), CUSTOMER: via('proposalItem') });
definePolicy(ProposalCharge, { STAFF: via('proposal'), CUSTOMER: via('proposal') });
extendPolicy(Document, { STAFF: whoSees(Proposal, 'document'), CUSTOMER: whoSees(Proposal, 'document') });

allow({
  proposalCreate: ['STAFF'],
  proposalChange: ['STAFF'],
  proposalSubmit: ['STAFF'],
  proposalSend: ['STAFF'],
  proposalAnswer: ['STAFF', 'CUSTOMER'],
  proposalRevise: ['STAFF'],
  proposalConclude: ['STAFF'],
  appointmentBook: ['STAFF'],
  appointmentMove: ['STAFF'],
  appointmentComplete: ['STAFF'],
  appointmentCancel: ['STAFF', 'CUSTOMER'],
  salesActivityPlan: ['STAFF'],
  salesActivitySubmit: ['STAFF'],
  salesActivityRecord: ['STAFF'],
  salesActivityAssess: ['STAFF'],
  salesActivityCancel: ['STAFF'],
  opportunityCreate: ['STAFF'],
  opportunityChange: ['STAFF'],
  opportunityStep: ['STAFF'],
  opportunityContractLink: ['STAFF'],
  opportunityHandOver: ['STAFF'],
  opportunitySplit: ['STAFF'],
  opportunityMerge: ['STAFF'],
  opportunityConvert: ['STAFF'],
});
