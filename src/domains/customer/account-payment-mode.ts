import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, userError, type InputPath } from '../../kernel/errors/index.js';
import type { PaymentMode } from './account-enums.js';
import type { Account } from './account.js';

/** A rule that does not admit a way of being paid: its code, and what to tell. */
export interface BrokenPaymentRule {
  code: string;
  message: string;
}

type Judge = (tx: Transaction, account: Account, mode: PaymentMode) => Promise<readonly BrokenPaymentRule[]>;
const judges: Judge[] = [];

/** Lets the domain that knows ways of paying say what a mode of payment lacks; it registers at load, so that this domain need not know it. */
export function judgePaymentMode(judge: Judge): void {
  judges.push(judge);
}

/** Refuses with PAYMENT_CHECK_FAILED, once for each broken rule, a mode of payment for which the account lacks the data (CUS-42, CUS-43). */
export async function refuseUnpayable(tx: Transaction, account: Account, path: InputPath): Promise<void> {
  const broken: BrokenPaymentRule[] = [];
  for (const judge of judges) broken.push(...(await judge(tx, account, account.paymentMode)));
  if (broken.length > 0)
    throw new Refusal(
      broken.map(({ code, message }) => userError('PAYMENT_CHECK_FAILED', message, path, { rule: code })),
    );
}
