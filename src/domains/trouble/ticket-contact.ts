import { Node, Noun, One } from '../../kernel/model/index.js';
import { ContactEvent } from '../contact/index.js';
import { ProblemTicket } from './problem-ticket.js';

@Noun({
  tag: 'tk',
  root: false,
  description: 'A contact that has to do with a ticket; each may have several of the other (CON-66, TRB-73).',
})
export class TicketContact extends Node {
  @One(() => ProblemTicket, {
    description: 'The ticket.',
    inverse: 'contactLinks',
    inverseDescription: 'Contacts that have to do with the ticket (CON-66).',
  })
  ticket!: ProblemTicket;

  @One(() => ContactEvent, {
    description: 'The contact.',
    inverse: 'ticketLinks',
    inverseDescription: 'Tickets that the contact has to do with (CON-66).',
  })
  contact!: ContactEvent;
}
