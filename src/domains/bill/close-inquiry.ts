import { Decimal } from 'decimal.js';
import { refuse } from '../../kernel/errors/index.js';
import { accountCloseInquiries } from '../customer/index.js';
import { accountNosOf, answered } from './ask-bills.js';
import type { GivenBill } from './bill-source.port.js';

/** More bills than an account has that are not paid. */
const MOST = 200;

/** What is owed on bills of one account, in the first currency in which something is; credits in it are set off. */
function debtOf(bills: readonly GivenBill[]): { amount: string; currency: string } | undefined {
  const sums = [...Map.groupBy(bills, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    sum: own.reduce((sum, { open }) => sum.plus(open), new Decimal(0)),
  }));
  const owed = sums.sort((one, other) => (one.currency < other.currency ? -1 : 1)).find(({ sum }) => sum.gt(0));
  return owed && { amount: owed.sum.toFixed(), currency: owed.currency };
}

// An account that owes something stays, so that what is owed has its place; whether it does, only billing knows.
accountCloseInquiries.add(async (context, accounts, path) => {
  const accountNos = accounts.map(({ accountNo }) => accountNo);
  const bills = await answered(context, { accountNos, perAccount: MOST, unpaidOnly: true }).catch(() =>
    refuse('BILLING_UNAVAILABLE', 'Billing does not tell now what is owed; nothing was closed. Try again later.', path),
  );
  const byAccount = Map.groupBy(bills, ({ accountNo }) => accountNo);
  const owing = accounts.find(({ accountNo }) => debtOf(byAccount.get(accountNo) ?? []));
  if (!owing) return;
  const { id, accountNo } = owing;
  // How much stands on bills is told to those only who see these (CUS-03).
  if (!(await accountNosOf(context, [id])).has(id))
    refuse('ACCOUNT_OWES', `${accountNo} owes something.`, path, { accountNo });
  const owed = debtOf(byAccount.get(accountNo)!)!;
  refuse('ACCOUNT_OWES', `${accountNo} owes ${owed.amount} ${owed.currency}.`, path, { accountNo, ...owed });
});
