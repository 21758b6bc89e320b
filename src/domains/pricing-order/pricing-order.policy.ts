import { Offering, TariffPlan } from '../catalogue/index.js';
import { OfferingInstance } from '../inventory/index.js';
import { IndividualPlan } from './individual-plan.js';
import {
  allow,
  definePolicy,
  everyRow,
  extendPolicy,
  inRegion,
  ofCustomer,
  whoSees,
} from '../../kernel/access/index.js';
import { PricingOrder } from './pricing-order.js';
import { PricingReply } from './pricing-reply.js';

// What is not on sale yet is the business of those who make it.
definePolicy(PricingOrder, { STAFF: everyRow });
definePolicy(PricingReply, { STAFF: everyRow });

// Who has a contract about it sees it with everything in it; nobody else outside the operator does (PRD-118).
definePolicy(IndividualPlan, { STAFF: inRegion('customer', 'region'), CUSTOMER: ofCustomer('customer') });
extendPolicy(Offering, { CUSTOMER: whoSees(IndividualPlan, 'offering') });
extendPolicy(TariffPlan, { CUSTOMER: whoSees(IndividualPlan, 'tariffPlan') });
// What was made for one customer may have been handed over to another since.
extendPolicy(Offering, {
  CUSTOMER: whoSees(OfferingInstance, 'offering'),
  PARTNER: whoSees(OfferingInstance, 'offering'),
});

allow({
  individualPlanRequest: ['STAFF'],
  individualPlanEnd: ['STAFF'],
  offeringPricingRequest: ['STAFF'],
  pricingOrderWithdraw: ['STAFF'],
  // Billing is a system with a key; nobody else speaks for it.
  pricingReply: [],
});
