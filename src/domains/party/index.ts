import './party.events.js';
import type { Domain } from '../../kernel/domain.js';
import { keepVersions } from '../../kernel/versions/index.js';
import { ContactMedium } from './contact-medium.js';
import { ExternalOrganization } from './external-organization.js';
import { ensureIdentityRules } from './identity-rule.service.js';
import { IdentityRuleResolver } from './identity-rule.resolver.js';
import { IdentityRule } from './identity-rule.js';
import { Individual } from './individual.js';
import { InternalOrganization } from './internal-organization.js';
import { OrganizationRegion } from './organization-region.js';
import { Organization } from './organization.js';
import { PartyIdentification } from './party-identification.js';
import { Party } from './party.js';
import { SocialGroupMembership } from './social-group-membership.js';
import { SocialGroup } from './social-group.js';
import './party.policy.js';

export { claimDocument } from './claim-document.js';
export * from './contact-medium.js';
export * from './contact-rules.js';
export * from './external-organization.js';
export * from './identity-rule.js';
export * from './identity-rule.inputs.js';
export * from './identity-rule.service.js';
export * from './identity-rules.js';
export { patternProblem } from './safe-pattern.js';
export * from './individual.js';
export * from './internal-organization.js';
export * from './level-of-region.js';
export * from './organization-region.js';
export * from './organization.js';
export * from './party-identification.js';
export * from './party-checks.js';
export * from './party-renames.js';
export * from './party.inputs.js';
export * from './party.js';
export * from './party.service.js';
export * from './social-group-membership.js';
export * from './social-group.js';

keepVersions(Party, PartyIdentification, ContactMedium, SocialGroupMembership);

export const party: Domain = {
  name: 'party',
  entities: [
    Party,
    Individual,
    Organization,
    ExternalOrganization,
    InternalOrganization,
    OrganizationRegion,
    PartyIdentification,
    IdentityRule,
    ContactMedium,
    SocialGroup,
    SocialGroupMembership,
  ],
  resolvers: [IdentityRuleResolver],
  baseline: ensureIdentityRules,
};
