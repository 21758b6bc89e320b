import { oneOf, text } from '../../kernel/events/event-type.js';
import { ContactDirection } from './contact-enums.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type ContactAction, ContactStatus as S } from './contact-enums.js';
import type { ContactEvent } from './contact-event.js';

/** From the first word to the archive: identify, classify, then handle at once or hand over (figure 7-2 of the requirements). */
export const contactLifecycle = defineLifecycle<ContactEvent, S, ContactAction>({
  name: 'contact',
  subject: 'ContactEvent',
  data: {
    to: text('Whom it was passed to.'),
    type: text('Code of the type of contact.'),
    direction: oneOf(ContactDirection, 'Who sought the contact.'),
  },
  states: Object.values(S),
  initial: S.CREATED,
  final: [S.ARCHIVED],
  read: (contact) => contact.status,
  write: (contact, status) => void (contact.status = status),
  scope: (contact) => ({ customerId: contact.customer.id, regionId: contact.region.id }),
  transitions: [
    { action: 'identify', from: [S.CREATED], to: S.IDENTIFIED, who: ['STAFF', 'CUSTOMER'] },
    { action: 'classify', from: [S.IDENTIFIED], to: S.CLASSIFIED, who: ['STAFF', 'CUSTOMER'] },
    { action: 'handle', from: [S.CLASSIFIED], to: S.HANDLING, who: ['STAFF'] },
    { action: 'handOver', from: [S.CLASSIFIED, S.HANDLING], to: S.HANDED_OVER, who: ['STAFF', 'CUSTOMER'] },
    {
      action: 'complete',
      from: [S.CLASSIFIED, S.HANDLING, S.HANDED_OVER],
      to: S.COMPLETED,
      who: ['STAFF', 'CUSTOMER'],
    },
    { action: 'archive', from: [S.COMPLETED], to: S.ARCHIVED, who: [] },
  ],
});
