import { Account, accountCloseObjections, AccountStatus, customerLeaveObjections } from '../customer/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';

const ended = [OrderStatus.COMPLETED, OrderStatus.CANCELLED];

async function openOrder(tx: Transaction, of: { customer: string } | { account: string }): Promise<string | undefined> {
  const open = await tx.em.findOne(Order, { ...of, status: { $nin: ended } }, { orderBy: { orderNo: 'asc' } });
  return open ? `Order ${open.orderNo} is still open.` : undefined;
}

/** An order that is to hand something over to a customer, which it then pays for. */
async function comingOrder(tx: Transaction, newOwner: string): Promise<string | undefined> {
  const item = await tx.em.findOne(
    OrderItem,
    { newOwner, order: { status: { $nin: ended } } },
    { populate: ['order'], orderBy: { order: { orderNo: 'asc' } } },
  );
  return item ? `Order ${item.order.orderNo} is to hand something over to the customer.` : undefined;
}

/** The last account of who takes something over stays: nobody would pay for it else. */
async function lastToPay(tx: Transaction, account: Account): Promise<string | undefined> {
  const others = { owner: account.owner.id, id: { $ne: account.id }, status: { $ne: AccountStatus.INVALID } };
  return (await tx.em.count(Account, others)) === 0 ? comingOrder(tx, account.owner.id) : undefined;
}

// The customer domain asks before a customer leaves or an account is closed; it cannot look forward to the orders itself.
customerLeaveObjections.add((customer, tx) => openOrder(tx, { customer: customer.id }));
customerLeaveObjections.add((customer, tx) => comingOrder(tx, customer.id));
accountCloseObjections.add((account, tx) => openOrder(tx, { account: account.id }));
accountCloseObjections.add((account, tx) => lastToPay(tx, account));
