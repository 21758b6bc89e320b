import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';
import { PricingOrder } from './pricing-order.js';
import { PricingReply } from './pricing-reply.js';

// What is not on sale yet is the business of those who make it.
definePolicy(PricingOrder, { STAFF: everyRow });
definePolicy(PricingReply, { STAFF: everyRow });

allow({
  offeringPricingRequest: ['STAFF'],
  pricingOrderWithdraw: ['STAFF'],
  // Billing is a system with a key; nobody else speaks for it.
  pricingReply: [],
});
