import { type DataOf, defineEventTypes, fact, oneOf, opaqueId, text } from '../../kernel/events/event-type.js';
import { PortalRegistrationStatus } from './portal-registration.js';

/** Business events of the domain, with their data (CUS-95). */
export const registrationEvents = defineEventTypes({
  'portal-registration.requested': fact('PortalRegistration', 'Somebody registered at the portal.', {
    registrationNo: text('Its number.'),
  }),
  'portal-registration.decided': fact('PortalRegistration', 'A registration at the portal was dealt with.', {
    registrationNo: text('Its number.'),
    status: oneOf(PortalRegistrationStatus, 'What came of it.'),
    customerId: opaqueId('The customer.').nullable(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof registrationEvents> {}
}
