import {
  allow,
  definePolicy,
  inRegion,
  ofCustomer,
  ofPartner,
  policyPublic,
  policyVia,
} from '../../kernel/access/index.js';
import { InstanceParty } from './instance-party.js';
import { InstanceRelationship } from './instance-relationship.js';
import { InstanceStateRule } from './instance-state-rule.js';
import { OfferingInstance } from './offering-instance.js';
import { PaymentRule } from './payment-rule.js';
import { ProductGroupMember } from './product-group-member.js';
import { ProductGroup } from './product-group.js';
import { ProductInstance } from './product-instance.js';
import { SubscribedTariff } from './subscribed-tariff.js';

const owned = {
  STAFF: inRegion('region'),
  CUSTOMER: ofCustomer('customer'),
  PARTNER: ofPartner('customer', 'partner'),
};

definePolicy(OfferingInstance, owned);
definePolicy(ProductInstance, owned);
definePolicy(ProductGroup, owned);
policyVia(SubscribedTariff, 'offeringInstance');
policyVia(InstanceRelationship, 'from');
policyVia(InstanceParty, 'instance');
policyVia(PaymentRule, 'instance');
policyVia(ProductGroupMember, 'group');
policyPublic(InstanceStateRule);

allow({
  productInstanceSuspend: ['STAFF', 'CUSTOMER'],
  productInstanceResume: ['STAFF', 'CUSTOMER'],
  instanceStateRuleSave: ['STAFF'],
});
