import type { Transaction } from '../../kernel/database/transaction.js';
import type { Account } from '../customer/index.js';
import type { ShareType } from './payment-rule.js';
import type { ProductInstance } from './product-instance.js';

/** What holds for charges of an instance from now on. */
export interface PaymentRulesNow {
  /** Code of the charge item type; null for all charges. */
  chargeItemType: string | null;
  /** Who pays, first to last; nobody but the account of the instance when empty. */
  shares: readonly { accountId: string; shareType: ShareType; shareValue: string }[];
}

/**
 * Tells that rules of payment were set or ended: to the owner of the instance, and to whoever pays, or has paid, by them (MOD-41). Who
 * pays learns of their own shares only: what others give is between these and the owner.
 * @param accounts those accounts, with their owners
 */
export function tellPaymentRules(
  tx: Transaction,
  instance: ProductInstance,
  accounts: readonly Account[],
  { chargeItemType, shares }: PaymentRulesNow,
): void {
  const ownerId = instance.customer.id;
  for (const customerId of new Set([ownerId, ...accounts.map(({ owner }) => owner.id)])) {
    const theirs = new Set(accounts.filter(({ owner }) => owner.id === customerId).map((account) => tx.idOf(account)));
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'product-instance.payment-rules.set',
      subject: instance,
      customerId,
      regionId: instance.region.id,
      data: {
        chargeItemType,
        shares: customerId === ownerId ? shares : shares.filter(({ accountId }) => theirs.has(accountId)),
      },
    });
  }
}
