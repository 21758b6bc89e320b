import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { PaymentAccount } from '../customer/index.js';

/**
 * Refuses a new way of paying that its owner, who is locked, has in use already (CUS-42). Of a number only the end is known: with the same
 * end, kind, bank and last day it is the same. Whether one can be paid with is for the rules to say, where an account is to be paid through it.
 */
export async function refuseDoubleWay(tx: Transaction, way: PaymentAccount): Promise<void> {
  const { kind, maskedNumber } = way;
  if (!maskedNumber) return;
  const bankCode = way.bankCode ?? null;
  const validUntil = way.validUntil ?? null;
  const like = { owner: way.owner.id, kind, maskedNumber, bankCode, validUntil, endedAt: null };
  const known = await tx.em.findOne(PaymentAccount, like);
  if (known)
    refuse('DUPLICATE', 'The customer pays with it already.', ['input', 'paymentNumber'], {
      paymentAccountId: tx.idOf(known),
    });
}
