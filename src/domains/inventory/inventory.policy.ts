import {
  allow,
  definePolicy,
  inRegion,
  ofCustomer,
  ofPartner,
  policyPublic,
  policyVia,
  verifyFirst,
} from '../../kernel/access/index.js';
import { CredentialPurpose } from '../customer/index.js';
import { CarriedCommitment } from './carried-commitment.js';
import { InstanceParty } from './instance-party.js';
import { InstanceRelationship } from './instance-relationship.js';
import { InstanceStateRule } from './instance-state-rule.js';
import { OfferingInstance } from './offering-instance.js';
import { PaymentRule } from './payment-rule.js';
import { ProductGroupMember } from './product-group-member.js';
import { ProductGroup } from './product-group.js';
import { ProductInstance, SuspendReason } from './product-instance.js';
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
policyVia(CarriedCommitment, 'instance');
policyVia(PaymentRule, 'instance');
policyVia(ProductGroupMember, 'group');
policyPublic(InstanceStateRule);

// For arrears and violations the operator acts by itself.
verifyFirst(
  [CredentialPurpose.CHANGE, CredentialPurpose.ACCEPT, CredentialPurpose.WHOLE],
  { productInstanceSuspend: 'productInstanceId', productInstanceResume: 'productInstanceId' },
  ({ suspendReason }) => suspendReason === SuspendReason.CUSTOMER_REQUEST,
);

allow({
  productInstanceSuspend: ['STAFF', 'CUSTOMER'],
  productInstanceResume: ['STAFF', 'CUSTOMER'],
  instanceStateRuleSave: ['STAFF'],
});
