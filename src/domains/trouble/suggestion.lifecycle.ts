import { oneOf } from '../../kernel/events/event-type.js';
import { Adoption, type Suggestion } from './suggestion.js';
import { TicketStatus as S } from './ticket-status.js';
import { STAFF_ONLY, ticketLifecycle } from './ticket.lifecycle.js';

/** Suggestions: the owning department decides whether to adopt them (TRB-68). */
export const suggestionLifecycle = ticketLifecycle<Suggestion>({
  name: 'suggestion',
  subject: 'Suggestion',
  data: {
    adoption: oneOf(Adoption, 'What becomes of it.'),
  },
  states: [S.DISPATCHED],
  steps: [
    { action: 'dispatch', from: [S.CLASSIFIED, S.DISPATCHED], to: S.DISPATCHED, who: STAFF_ONLY },
    { action: 'evaluate', from: [S.DISPATCHED], to: S.RESOLVED, who: STAFF_ONLY },
  ],
});
