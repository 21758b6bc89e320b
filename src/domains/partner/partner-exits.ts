import type { Transaction } from '../../kernel/database/transaction.js';
import type { Partner } from './partner.js';

/**
 * What another domain does when a partner leaves, in the same transaction: `successor` takes over, or the operator itself when null.
 * @returns how many customers were given into other hands.
 */
export type PartnerExit = (
  tx: Transaction,
  partner: Partner,
  successor: Partner | null,
  reason: string,
) => Promise<number>;

/** What ends with a partner, by the domains that know of it, such as its customers and its keys. */
class PartnerExits {
  private readonly all: PartnerExit[] = [];

  add(exit: PartnerExit): void {
    this.all.push(exit);
  }

  async run(...asked: Parameters<PartnerExit>): Promise<number> {
    let customers = 0;
    for (const exit of this.all) customers += await exit(...asked);
    return customers;
  }
}

export const partnerExits = new PartnerExits();
