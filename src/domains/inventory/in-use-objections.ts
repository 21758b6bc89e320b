import type { Transaction } from '../../kernel/database/transaction.js';
import { type Account, accountCloseObjections, type Customer, customerLeaveObjections } from '../customer/index.js';
import { PaymentRule } from './payment-rule.js';
import { ProductInstance, ProductInstanceStatus } from './product-instance.js';

const held = { status: { $ne: ProductInstanceStatus.REMOVED } };
const first = { orderBy: { instanceNo: 'asc' } } as const;

async function ownedBy(customer: Customer, tx: Transaction): Promise<string | undefined> {
  const instance = await tx.em.findOne(ProductInstance, { ...held, customer: customer.id }, first);
  return instance ? `The customer still has ${instance.instanceNo}.` : undefined;
}

async function paidFrom(account: Account, tx: Transaction): Promise<string | undefined> {
  const instance = await tx.em.findOne(ProductInstance, { ...held, account: account.id }, first);
  if (instance) return `${instance.instanceNo} is paid from it.`;
  const rule = await tx.em.findOne(
    PaymentRule,
    { account: account.id, validity: { to: null }, instance: held },
    { populate: ['instance'] },
  );
  return rule ? `A part of the charges of ${rule.instance.instanceNo} is paid from it.` : undefined;
}

// The customer domain asks before a customer leaves or an account is closed; it cannot look forward to the instances itself.
customerLeaveObjections.add(ownedBy);
accountCloseObjections.add(paidFrom);
