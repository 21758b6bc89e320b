import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Customer } from '../customer/index.js';
import { PointsAccount } from './points-account.js';
import type { PointsScheme } from './points-scheme.js';

/** The account of a locked customer, locked; made when it is the first of its scheme. */
export async function accountOf(tx: Transaction, customer: Customer, scheme: PointsScheme): Promise<PointsAccount> {
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  const present = await tx.em.findOne(PointsAccount, { customer: customer.id, scheme: scheme.id }, how);
  if (present) return present;
  const none = { balance: 0, lifetimeEarned: 0, lastEntryAt: null };
  const account = tx.add(Object.assign(new PointsAccount(), { customer, scheme, ...none }));
  await tx.em.flush();
  return account;
}
