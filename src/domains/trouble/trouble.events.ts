import {
  defineEventTypes,
  fact,
  flag,
  moment,
  oneOf,
  opaqueId,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { CustomerType, ServiceLevel } from '../customer/index.js';
import { FaultLevel } from './fault-ticket.js';
import { EscalationReason, Satisfaction, TicketKind, TicketPriority, TicketSeverity } from './ticket-enums.js';
import { TicketStatus } from './ticket-status.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const troubleEvents = defineEventTypes({
  'ticket.sla-evaluation.requested': fact('ProblemTicket', 'A resolved ticket is to be weighed against the SLA.', {
    productInstanceId: opaqueId('The instance that was faulty.'),
    acceptedAt: moment('When it was accepted.'),
    dueAt: moment('Until when it was to be resolved.').nullable(),
    resolvedAt: moment('When it was resolved.'),
  }),
  'ticket.deadline.warning': fact('ProblemTicket', 'A ticket comes near its deadline.', {
    level: whole('Level of the alarm.'),
    dueAt: moment('The deadline.').nullable(),
    status: oneOf(TicketStatus, 'State of the ticket.'),
  }),
  'ticket.overdue': fact('ProblemTicket', 'A ticket has passed its deadline.', {
    level: whole('Level of the alarm.'),
    dueAt: moment('The deadline.').nullable(),
    status: oneOf(TicketStatus, 'State of the ticket.'),
  }),
  'ticket.escalation.proposed': fact('ProblemTicket', 'A ticket should be escalated.', {
    reason: oneOf(EscalationReason, 'Why.'),
    repeatCount: whole('How often the same was reported.'),
  }),
  'fault.mass-fault.linked': fact('FaultTicket', 'A fault was found to be part of a mass fault.', {
    parentId: opaqueId('The mass fault.'),
    parentNo: text('Its number.'),
  }),
  'ticket-category.saved': recordChange('TicketCategory', 'A category of tickets was made or changed.', {
    code: text('Its code.'),
    name: text('Its name.'),
    ticketKind: oneOf(TicketKind, 'Kind of tickets that it belongs to.'),
    parentCode: text('Code of the wider category.').nullable(),
    active: flag('Whether new tickets may use it.'),
  }),
  'ticket-rule.saved': recordChange(
    'TicketRule',
    'A rule for deadlines and priorities of tickets was made or replaced.',
    {
      code: text('Its code.'),
      ticketKind: oneOf(TicketKind, 'Kinds of tickets that it is for.').nullish(),
      severity: oneOf(TicketSeverity, 'Severity that it is for.').nullish(),
      customerLevel: oneOf(ServiceLevel, 'Service level that it is for.').nullish(),
      customerType: oneOf(CustomerType, 'Customers that it is for.').nullish(),
      faultLevel: oneOf(FaultLevel, 'Level of fault that it is for.').nullish(),
      majorEventOnly: flag('Whether it holds in major events only.').nullish(),
      minutes: whole('Minutes until the deadline.').nullish(),
      priority: oneOf(TicketPriority, 'Priority that it gives.').nullish(),
      active: flag('Whether it is used.').nullish(),
    },
  ),
  'ticket.escalated': fact('ProblemTicket', 'A ticket was handed to a higher level.', {
    reason: oneOf(EscalationReason, 'Why.'),
    fromLevel: whole('Level before.'),
    toLevel: whole('Level after.'),
  }),
  'ticket.feedback.recorded': fact('ProblemTicket', 'The customer said how satisfied they are.', {
    satisfaction: oneOf(Satisfaction, 'How satisfied.').nullish(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof troubleEvents> {}
}
