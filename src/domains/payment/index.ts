import './payment.events.js';
import './account.table.js';
import type { Domain } from '../../kernel/domain.js';
import { BillItem } from './bill-item.js';
import { ensurePaymentCheckRules } from './payment-check.js';
import { PaymentCheckRule } from './payment-check-rule.js';
import './payment.policy.js';
import { PaymentResolver } from './payment.resolver.js';

export * from './bill-item.js';
export * from './payment-check.js';
export * from './payment-check-rule.js';
export * from './payment-rules.service.js';
export * from './account-payment.service.js';
export * from './payment-account.service.js';
export * from './split-charge.js';

/** How accounts are billed and paid (CUS-40…43, CUS-75, MOD-41). */
export const payment: Domain = {
  name: 'payment',
  entities: [BillItem, PaymentCheckRule],
  resolvers: [PaymentResolver],
  baseline: ensurePaymentCheckRules,
};
