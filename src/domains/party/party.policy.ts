import {
  absentUnless,
  allow,
  defineFieldPolicy,
  definePermission,
  definePolicy,
  inRegion,
  maskedUnless,
  policyPublic,
  policyVia,
  via,
} from '../../kernel/access/index.js';
import { ContactMedium } from './contact-medium.js';
import { IdentityRule } from './identity-rule.js';
import { Individual } from './individual.js';
import { Organization } from './organization.js';
import { InternalOrganization } from './internal-organization.js';
import { OrganizationRegion } from './organization-region.js';
import { PartyIdentification } from './party-identification.js';
import { Party } from './party.js';
import { SocialGroupMembership } from './social-group-membership.js';
import { SocialGroup } from './social-group.js';

// Domains that give a party a role, such as customer, let those who see the role see the party.
definePolicy(Party, { STAFF: inRegion('region') });
policyPublic(InternalOrganization);
policyPublic(OrganizationRegion);
policyVia(PartyIdentification, 'party');
policyPublic(IdentityRule);
allow({ identityRuleSave: [] });
policyVia(ContactMedium, 'party');
definePolicy(SocialGroup, { STAFF: inRegion('region') });
definePolicy(SocialGroupMembership, { STAFF: via('group') });

// Customers see their own rows only, and in full.
definePermission({
  name: 'party.identity.read',
  area: 'party',
  description: 'To read the numbers and addresses of identity documents in full, and to search by them.',
});
definePermission({
  name: 'party.contact.read',
  area: 'party',
  description: 'To read telephone numbers and addresses of parties in full, and to search by them.',
});
definePermission({
  name: 'party.sensitive.read',
  area: 'party',
  description: 'To read what people said of their religion and political status.',
});

defineFieldPolicy(PartyIdentification, {
  number: maskedUnless('party.identity.read', 'CUSTOMER'),
  address: absentUnless('party.identity.read', 'CUSTOMER'),
});
defineFieldPolicy(Organization, { registrationNo: maskedUnless('party.identity.read', 'CUSTOMER') });
defineFieldPolicy(ContactMedium, { value: maskedUnless('party.contact.read', 'CUSTOMER') });
defineFieldPolicy(Individual, {
  religion: absentUnless('party.sensitive.read', 'CUSTOMER'),
  politicalStatus: absentUnless('party.sensitive.read', 'CUSTOMER'),
});
