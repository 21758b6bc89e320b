import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  oneOf,
  recordChange,
  text,
  texts,
} from '../../kernel/events/event-type.js';
import { OpportunityHandOver, OpportunityRelationKind } from './opportunity.enums.js';

/** Events of sales besides those of its life cycles, with their data. */
export const salesEvents = defineEventTypes({
  'opportunity.changed': recordChange('Opportunity', 'An opportunity was changed; its probability among it (SAL-25).', {
    opportunityNo: text('Its number.'),
    changes: fieldChanges(),
  }),
  'opportunity.assigned': fact(
    'Opportunity',
    'An opportunity went to another seller or team, or back (SAL-14, SAL-23).',
    {
      opportunityNo: text('Its number.'),
      mode: oneOf(OpportunityHandOver, 'How it changed hands.'),
      from: text('Staff number of the seller before; empty for nobody.'),
      to: text('Staff number of the seller now; empty for nobody.'),
      team: text('Code of the team that works on it now; absent for none.').optional(),
    },
  ),
  'opportunity.related': fact('Opportunity', 'Opportunities arose from others (SAL-04).', {
    kind: oneOf(OpportunityRelationKind, 'How.'),
    from: texts('Numbers of the earlier ones.'),
    to: texts('Numbers of those that arose.'),
  }),
  'proposal.changed': recordChange('Proposal', 'A draft of a proposal was changed and priced anew.', {
    proposalNo: text('Its number.'),
    changes: fieldChanges(),
  }),
  'proposal.concluded': fact('Proposal', 'A contract, an order or both were made of an accepted proposal (R71).', {
    proposalNo: text('Its number.'),
    contractNo: text('Number of the contract; absent without one.').optional(),
    orderNo: text('Number of the order; absent without one.').optional(),
  }),
  'salesActivity.changed': recordChange('SalesActivity', 'The plan of a sales activity was changed.', {
    activityNo: text('Its number.'),
    changes: fieldChanges(),
  }),
  'appointment.moved': recordChange('Appointment', 'An appointment got another time, place or staff member.', {
    appointmentNo: text('Its number.'),
    changes: fieldChanges(),
  }),
  'appointment.due': fact('Appointment', 'The staff member is to be told of an appointment (SAL-51).', {
    appointmentNo: text('Its number.'),
    employee: text('Staff number of who is told.'),
    startsAt: moment('When it begins.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof salesEvents> {}
}
