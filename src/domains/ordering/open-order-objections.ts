import { accountCloseObjections, customerLeaveObjections } from '../customer/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';

const ended = [OrderStatus.COMPLETED, OrderStatus.CANCELLED];

async function openOrder(tx: Transaction, of: { customer: string } | { account: string }): Promise<string | undefined> {
  const open = await tx.em.findOne(Order, { ...of, status: { $nin: ended } }, { orderBy: { orderNo: 'asc' } });
  return open ? `Order ${open.orderNo} is still open.` : undefined;
}

// The customer domain asks before a customer leaves or an account is closed; it cannot look forward to the orders itself.
customerLeaveObjections.add((customer, tx) => openOrder(tx, { customer: customer.id }));
accountCloseObjections.add((account, tx) => openOrder(tx, { account: account.id }));
