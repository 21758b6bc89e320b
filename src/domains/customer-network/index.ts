import './customer-network.events.js';
import './group-members.js';
import type { Domain } from '../../kernel/domain.js';
import { customerCreations } from '../customer/index.js';
import { HierarchyRule } from './hierarchy-rule.js';
import { HierarchyRuleResolver } from './hierarchy-rule.resolver.js';
import { ensureSubTypes } from './network.baseline.js';
import './network.policy.js';
import { NetworkResolver } from './network.resolver.js';
import { RelationshipSubType } from './relationship-sub-type.js';
import { putBelowOwner, relateToThoseOfContact } from './relationship.service.js';
import { SocialGroupResolver } from './social-group.resolver.js';

export * from './hierarchy-rule.js';
export * from './relationship-sub-type.js';

customerCreations.add(putBelowOwner);
customerCreations.add(relateToThoseOfContact);

export const customerNetwork: Domain = {
  name: 'customer-network',
  entities: [RelationshipSubType, HierarchyRule],
  resolvers: [NetworkResolver, HierarchyRuleResolver, SocialGroupResolver],
  baseline: ensureSubTypes,
};
