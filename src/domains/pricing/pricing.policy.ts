import { allow, definePolicy, everyRow, policyVia } from '../../kernel/access/index.js';
import { DiscountPolicy } from './discount-policy.js';
import { DiscountRelation } from './discount-relation.js';
import { Discount } from './discount.js';
import { OfferingDiscount } from './offering-discount.js';
import { StaffDiscountRange } from './staff-discount-range.js';
import { TariffPlanRelation } from './tariff-plan-relation.js';
import { TariffTier } from './tariff-tier.js';

policyVia(TariffTier, 'rule');
policyVia(TariffPlanRelation, 'from');
// What others may get is nobody's business but the staff's; customers and partners learn of a discount where it lowers their price.
definePolicy(Discount, { STAFF: everyRow });
policyVia(OfferingDiscount, 'discount');
policyVia(DiscountRelation, 'from');
definePolicy(StaffDiscountRange, { STAFF: everyRow });
definePolicy(DiscountPolicy, { STAFF: everyRow });

allow({
  tariffRuleSave: ['STAFF'],
  tariffPlanCompose: ['STAFF'],
  tariffPlanChange: ['STAFF'],
  tariffPlanClone: ['STAFF'],
  tariffPlanRelate: ['STAFF'],
  offeringTariffSave: ['STAFF'],
  discountSave: ['STAFF'],
  discountRelate: ['STAFF'],
  staffDiscountRangeSave: ['STAFF'],
  discountPolicySave: ['STAFF'],
  discountPolicyRemove: ['STAFF'],
});
