import type { ComplaintTicket } from './complaint-ticket.js';
import { TicketStatus as S } from './ticket-status.js';
import { STAFF_AND_CUSTOMER, STAFF_ONLY, ticketLifecycle } from './ticket.lifecycle.js';

/** Complaints: a department returns a plan, and the customer agrees to it before it is carried out (TRB-16 to TRB-29). */
export const complaintLifecycle = ticketLifecycle<ComplaintTicket>({
  name: 'complaint',
  subject: 'ComplaintTicket',
  states: [S.DISPATCHED, S.PLAN_RETURNED, S.CONSENT_PENDING, S.EXECUTING],
  steps: [
    { action: 'dispatch', from: [S.CLASSIFIED, S.DISPATCHED, S.PLAN_RETURNED], to: S.DISPATCHED, who: STAFF_ONLY },
    { action: 'returnPlan', from: [S.DISPATCHED], to: S.PLAN_RETURNED, who: STAFF_ONLY },
    { action: 'askConsent', from: [S.PLAN_RETURNED], to: S.CONSENT_PENDING, who: STAFF_ONLY },
    { action: 'agree', from: [S.CONSENT_PENDING], to: S.EXECUTING, who: STAFF_AND_CUSTOMER },
    { action: 'refuse', from: [S.CONSENT_PENDING], to: S.DISPATCHED, who: STAFF_AND_CUSTOMER },
    { action: 'resolve', from: [S.EXECUTING], to: S.RESOLVED, who: STAFF_ONLY },
  ],
});
