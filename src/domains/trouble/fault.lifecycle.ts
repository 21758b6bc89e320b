import { flag, oneOf, opaqueId, text } from '../../kernel/events/event-type.js';
import { type FaultTicket, NoFaultReason } from './fault-ticket.js';
import { TicketOrigin } from './ticket-enums.js';
import { TicketStatus as S } from './ticket-status.js';
import { STAFF_ONLY, ticketLifecycle } from './ticket.lifecycle.js';

/** Faults: confirmed, sent to the network side, repaired (TRB-34 to TRB-45). */
export const faultLifecycle = ticketLifecycle<FaultTicket>({
  name: 'fault',
  subject: 'FaultTicket',
  data: {
    noFaultReason: oneOf(NoFaultReason, 'Why it was none.'),
    repaired: flag('Whether the network side repaired it.'),
    cause: text('What was found.').nullable(),
    measures: text('What was done.').nullable(),
    parentId: opaqueId('The mass fault that it is part of.'),
    parentNo: text('Number of the mass fault.'),
    ossReference: text('Number with the network side.'),
  },
  states: [S.CONFIRMING, S.DISPATCHED, S.IN_PROCESS, S.REPAIRED],
  steps: [
    { action: 'monitor', from: [S.ACCEPTED], to: S.IN_PROCESS, who: STAFF_ONLY, guard: 'foundByNetworkSide' },
    { action: 'confirm', from: [S.CLASSIFIED], to: S.CONFIRMING, who: STAFF_ONLY },
    { action: 'noFault', from: [S.CONFIRMING], to: S.RESOLVED, who: STAFF_ONLY },
    { action: 'dispatch', from: [S.CONFIRMING, S.IN_PROCESS], to: S.DISPATCHED, who: STAFF_ONLY },
    { action: 'progress', from: [S.DISPATCHED, S.IN_PROCESS], to: S.IN_PROCESS, who: STAFF_ONLY },
    { action: 'notRepaired', from: [S.IN_PROCESS], to: S.IN_PROCESS, who: STAFF_ONLY },
    { action: 'repair', from: [S.IN_PROCESS], to: S.REPAIRED, who: STAFF_ONLY },
    {
      action: 'followMassFault',
      from: [S.CLASSIFIED, S.CONFIRMING, S.DISPATCHED, S.IN_PROCESS],
      to: S.REPAIRED,
      who: STAFF_ONLY,
      guard: 'partOfMassFault',
    },
    { action: 'resolve', from: [S.REPAIRED], to: S.RESOLVED, who: STAFF_ONLY },
  ],
  guards: {
    foundByNetworkSide: (ticket) =>
      ticket.origin === TicketOrigin.INTERNAL_OSS
        ? undefined
        : 'Only faults that the network side found itself skip confirmation and dispatch.',
    partOfMassFault: (ticket) => (ticket.parent ? undefined : 'The ticket is not part of a mass fault.'),
  },
});
