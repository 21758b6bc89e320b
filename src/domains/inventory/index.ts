import './inventory.events.js';
import type { Domain } from '../../kernel/domain.js';
import { keepVersions } from '../../kernel/versions/index.js';
import { onMerge } from '../customer-merge/index.js';
import { CarriedCommitment } from './carried-commitment.js';
import { InstanceParty } from './instance-party.js';
import { InstanceRelationship } from './instance-relationship.js';
import { InstanceStateRule } from './instance-state-rule.js';
import './in-use-objections.js';
import './instance-existence.js';
import './live-instances.js';
import { OfferingInstance } from './offering-instance.js';
import { PaymentRule } from './payment-rule.js';
import { ProductGroupMember } from './product-group-member.js';
import { ProductGroup } from './product-group.js';
import { InstanceStateRuleResolver } from './instance-state-rule.resolver.js';
import { ensureStateRules } from './instance-state-rule.baseline.js';
import './inventory.policy.js';
import { ProductInstanceResolver } from './product-instance.resolver.js';
import { ProductInstance } from './product-instance.js';
import { standingsAfterSplit } from './standing-after-split.js';
import { SubscribedTariff } from './subscribed-tariff.js';

export * from './carried-commitment.js';
export * from './carry-commitments.js';
export * from './carry-over.js';
export * from './create-instances.js';
export * from './instance-no.js';
export * from './instance-party.js';
export * from './instance-relationship.js';
export * from './instance-state-rule.js';
export { saveStateRule } from './instance-state-rule.service.js';
export * from './instance-steps.js';
export * from './offering-instance.lifecycle.js';
export * from './offering-instance.js';
export * from './carries-values.js';
export * from './monthly-charge.js';
export * from './plans-held.js';
export * from './payment-rule.js';
export { tellPaymentRules } from './tell-payment-rules.js';
export * from './product-group-member.js';
export * from './product-group.js';
export * from './product-instance.lifecycle.js';
export * from './product-instance.service.js';
export * from './product-instance.js';
export * from './service-admission.js';
export * from './settle-offering-instance.js';
export * from './subscribed-tariff.js';
export * from './transfer-instance.js';

onMerge(standingsAfterSplit);
keepVersions(OfferingInstance, SubscribedTariff, ProductInstance, InstanceRelationship, InstanceParty, PaymentRule);

/** What customers have: offering instances, product instances, and who owns, pays for and uses them. */
export const inventory: Domain = {
  name: 'inventory',
  entities: [
    OfferingInstance,
    SubscribedTariff,
    ProductInstance,
    CarriedCommitment,
    InstanceRelationship,
    InstanceParty,
    InstanceStateRule,
    PaymentRule,
    ProductGroup,
    ProductGroupMember,
  ],
  resolvers: [ProductInstanceResolver, InstanceStateRuleResolver],
  baseline: ensureStateRules,
};
