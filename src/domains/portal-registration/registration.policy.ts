import {
  allow,
  allowEveryone,
  answerConfidentially,
  defineFieldPolicy,
  definePolicy,
  inRegion,
  maskedUnless,
} from '../../kernel/access/index.js';
import { PortalRegistration } from './portal-registration.js';

definePolicy(PortalRegistration, { STAFF: inRegion('region') });

const contact = maskedUnless('party.contact.read');
defineFieldPolicy(PortalRegistration, { idNo: maskedUnless('party.identity.read'), mobile: contact, email: contact });

allowEveryone('portalRegister', 'portalRegistrationConfirm');
allow({ portalRegistrationDecide: ['STAFF'] });
answerConfidentially('portalRegister', 'portalRegistrationConfirm');
