import type { Transaction } from '../../kernel/database/transaction.js';
import { AccountStatus } from './account-enums.js';
import { Account } from './account.js';

/** The order in which accounts take the place of a default account that takes no charges. */
export const IN_TURN = { openedAt: 'asc', id: 'asc' } as const;

/**
 * The account of a customer that takes new charges where none is named: the default one, or while that is not in use the one that would
 * become the default if it were closed (CUS-38, CUS-44). Null when none is in use.
 */
export async function payingAccount(tx: Transaction, customerId: string): Promise<Account | null> {
  const [first = null] = await tx.em.find(
    Account,
    { owner: customerId, status: AccountStatus.IN_USE },
    { orderBy: { isDefault: 'desc', ...IN_TURN }, limit: 1 },
  );
  return first;
}

/**
 * The account for what a customer takes over, which cannot be refused any more: one that takes new charges, else one that will when it is
 * resumed, the default one first. Null when all are closed.
 */
export async function heldAccount(tx: Transaction, customerId: string): Promise<Account | null> {
  const [first = null] = await tx.em.find(
    Account,
    { owner: customerId, status: { $ne: AccountStatus.INVALID } },
    { orderBy: { status: 'asc', isDefault: 'desc', ...IN_TURN }, limit: 1 },
  );
  return first;
}
