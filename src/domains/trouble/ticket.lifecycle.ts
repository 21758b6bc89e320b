import type { z } from 'zod';
import { moment, oneOf, opaqueId, text, whole } from '../../kernel/events/event-type.js';
import type { CallerKind } from '../../kernel/access/index.js';
import {
  defineLifecycle,
  type Lifecycle,
  type LifecycleDefinition,
  type Transition,
} from '../../kernel/lifecycle/lifecycle.js';
import { needsNoAnswer } from './needs-no-answer.js';
import type { ProblemTicket } from './problem-ticket.js';
import { isContent, Satisfaction, TicketPriority } from './ticket-enums.js';
import { refuseEarly } from './ticket-turn.js';
import { type TicketAction, TicketStatus as S } from './ticket-status.js';

export type TicketStep = Transition<S, TicketAction>;
export type TicketLifecycle<T extends ProblemTicket> = Lifecycle<T, S, TicketAction>;
type Guards<T extends ProblemTicket> = NonNullable<LifecycleDefinition<T, S, TicketAction>['guards']>;

/** Data of the events that every kind of ticket has. */
const frameData = {
  ticketNo: text('Number of the ticket.'),
  priority: oneOf(TicketPriority, 'How urgent it is.'),
  dueAt: moment('Until when it is to be resolved.').nullable(),
  category: text('Code of its category.'),
  organization: text('Code of the organisation that it was sent to.').nullable(),
  originalId: opaqueId('The ticket that it repeats.'),
  originalNo: text('Number of the ticket that it repeats.'),
  originalStatus: oneOf(S, 'State of the ticket that it repeats.'),
  repeatCount: whole('How often the same was reported.'),
  satisfaction: oneOf(Satisfaction, 'How satisfied the customer is.').nullish(),
  unsatisfiedVisits: whole('How often in a row the customer was not satisfied.'),
};

export const STAFF_ONLY: readonly CallerKind[] = ['STAFF'];
/** Steps that a customer takes on their own tickets, or that follow at once from what they report. */
export const STAFF_AND_CUSTOMER: readonly CallerKind[] = ['STAFF', 'CUSTOMER'];
export const SYSTEM_ONLY: readonly CallerKind[] = [];

/** States and steps that lead from CLASSIFIED to RESOLVED, different for each kind of ticket. */
export interface SubFlow<T extends ProblemTicket> {
  /** Name for events, such as `fault`: the event type becomes `fault.status.changed`. */
  name: string;
  /** Name of its noun. */
  subject: string;
  /** Data of its events besides those that all tickets have. */
  data?: z.ZodRawShape;
  /** States between CLASSIFIED and RESOLVED. */
  states: readonly S[];
  steps: readonly TicketStep[];
  guards?: Guards<T>;
}

/** Steps that all kinds share: acceptance before the sub-flow, answer and archive after it. */
function frame(subFlowStates: readonly S[]): TicketStep[] {
  return [
    { action: 'linkDuplicate', from: [S.ACCEPTED], to: S.DUPLICATE_LINKED, who: STAFF_AND_CUSTOMER },
    { action: 'classify', from: [S.ACCEPTED], to: S.CLASSIFIED, who: STAFF_AND_CUSTOMER },
    { action: 'answer', from: [S.DUPLICATE_LINKED, S.RESOLVED], to: S.ANSWERING, who: STAFF_AND_CUSTOMER },
    { action: 'visitAgain', from: [S.ANSWERING], to: S.ANSWERING, who: STAFF_AND_CUSTOMER },
    { action: 'reopen', from: [S.ANSWERING], to: S.CLASSIFIED, who: STAFF_AND_CUSTOMER },
    { action: 'close', from: [S.ANSWERING], to: S.CLOSED, who: STAFF_AND_CUSTOMER, guard: 'customerIsContent' },
    { action: 'close', from: [S.RESOLVED], to: S.CLOSED, who: STAFF_ONLY, guard: 'needsNoAnswer' },
    { action: 'closeUnanswered', from: [S.ANSWERING], to: S.CLOSED, who: STAFF_ONLY },
    { action: 'archive', from: [S.CLOSED], to: S.ARCHIVED, who: SYSTEM_ONLY },
    {
      action: 'cancel',
      from: [S.ACCEPTED, S.DUPLICATE_LINKED, S.CLASSIFIED, ...subFlowStates, S.RESOLVED, S.ANSWERING],
      to: S.CANCELLED,
      who: STAFF_AND_CUSTOMER,
    },
  ];
}

const frameGuards: Guards<ProblemTicket> = {
  customerIsContent: (ticket) =>
    ticket.satisfaction && isContent(ticket.satisfaction)
      ? undefined
      : 'The customer has not said that they are satisfied; close it unanswered, with a reason.',
  needsNoAnswer: (ticket) => (needsNoAnswer(ticket) ? undefined : 'The customer has not been told the outcome yet.'),
};

const FRAME_STATES = [
  S.ACCEPTED,
  S.DUPLICATE_LINKED,
  S.CLASSIFIED,
  S.RESOLVED,
  S.ANSWERING,
  S.CLOSED,
  S.ARCHIVED,
  S.CANCELLED,
];

/** The life cycle of one kind of ticket: the common frame around its sub-flow (figure 8-3 of the requirements). */
export function ticketLifecycle<T extends ProblemTicket>(subFlow: SubFlow<T>): TicketLifecycle<T> {
  const lifecycle = defineLifecycle<T, S, TicketAction>({
    name: subFlow.name,
    subject: subFlow.subject,
    data: { ...frameData, ...subFlow.data },
    states: [...FRAME_STATES, ...subFlow.states],
    initial: S.ACCEPTED,
    final: [S.ARCHIVED, S.CANCELLED],
    read: (ticket) => ticket.status,
    write: (ticket, status) => void (ticket.status = status),
    scope: (ticket) => ({ customerId: ticket.customer?.id, regionId: ticket.region.id }),
    transitions: [...frame(subFlow.states), ...subFlow.steps],
    guards: { ...frameGuards, ...subFlow.guards },
  });
  return {
    ...lifecycle,
    async move(tx, ticket, action, options) {
      await lifecycle.admit(tx, ticket, action);
      await refuseEarly(tx, ticket, action);
      await lifecycle.move(tx, ticket, action, options);
    },
  };
}
