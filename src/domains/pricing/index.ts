import './pricing.events.js';
import type { Domain } from '../../kernel/domain.js';
import './pricing.policy.js';
import { CartPriceResolver } from './cart-price.resolver.js';
import './copy-offering-terms.js';
import { DiscountPolicyResolver } from './discount-policy.resolver.js';
import { DiscountPolicy } from './discount-policy.js';
import './discount-policy.table.js';
import './discount.table.js';
import { DiscountRelation } from './discount-relation.js';
import { DiscountResolver } from './discount.resolver.js';
import { Discount } from './discount.js';
import { OfferingDiscount } from './offering-discount.js';
import { SoldChargeResolver } from './sold-charge.resolver.js';
import { StaffDiscountRange } from './staff-discount-range.js';
import { TariffPlanRelation } from './tariff-plan-relation.js';
import { TariffResolver } from './tariff.resolver.js';
import './tariff-rule.table.js';
import { TariffTier } from './tariff-tier.js';

export * from './cart-price.js';
export * from './cart-price.input.js';
export { ChargeSource } from './charge-source.js';
export { notPriced, planExcluded } from './choose-plans.js';
export * from './judge-plans.js';
export { attributesOfOthers } from './line-attributes.js';
export { KeptCharge, keptValues } from './kept-charge.js';
export * from './customer-facts.js';
export * from './discount.js';
export * from './discount-policy.js';
export { admitPolicyApprover } from './discount-policy.service.js';
export * from './discount-relation.js';
export * from './named-value.input.js';
export * from './offering-discount.js';
export { answerOrderedPieces } from './ordered-pieces.js';
export * from './prepayment.input.js';
export * from './price-cart.js';
export * from './price-text.js';
export * from './price-variables.js';
export * from './read-sold-charges.js';
export * from './sale-facts.js';
export * from './sold-charge.js';
export * from './sold-line.js';
export * from './staff-discount-range.js';
export * from './tariff-plan-relation.js';
export * from './tariff-tier.js';

/** What things cost: tariffs by quantity, by formula and by customer, discounts, and the price of a cart. */
export const pricing: Domain = {
  name: 'pricing',
  entities: [
    TariffTier,
    TariffPlanRelation,
    Discount,
    OfferingDiscount,
    DiscountRelation,
    StaffDiscountRange,
    DiscountPolicy,
  ],
  resolvers: [CartPriceResolver, SoldChargeResolver, TariffResolver, DiscountResolver, DiscountPolicyResolver],
};
