import { z } from 'zod';
import { everyRow, rulePredicate } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { Money, nounOf } from '../../kernel/model/index.js';
import { Account, askedFor } from '../customer/index.js';
import { type AccountBills, BillsState, CustomerBill, billsOf } from './bill.js';
import { type BillRequest, billSource, type GivenBill } from './bill-source.port.js';

/** How long somebody who looks at a customer waits for billing; may be changed while it runs. */
export const billPatience = { ms: 2_000 };

const day = z.iso.date();
const decimal = z.string().regex(/^-?\d{1,20}(\.\d{1,10})?$/);
const answer = z.array(
  z.object({
    accountNo: z.string(),
    billNo: z.string().min(1).max(100),
    from: day,
    to: day,
    issuedAt: z.iso.datetime({ offset: true }),
    dueOn: day.nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amount: decimal,
    open: decimal,
  }),
);

/**
 * Bills of accounts, by key, in their order. Billing is asked once for all of them. That it does not answer is told of each account and
 * fails nothing else: a view of the customer stands without its bills.
 */
export async function askBills(
  context: CallContext,
  accountIds: readonly string[],
  perAccount: number,
): Promise<AccountBills[]> {
  const numbers = await accountNosOf(context, accountIds);
  const given =
    numbers.size === 0
      ? []
      : await answered(context, { accountNos: [...numbers.values()], perAccount }).catch(() => undefined);
  const byAccount = given && Map.groupBy(given, ({ accountNo }) => accountNo);
  return accountIds.map((id) => {
    if (!numbers.has(id)) return billsOf(BillsState.WITHHELD);
    if (!byAccount) return billsOf(BillsState.UNAVAILABLE);
    const own = (byAccount.get(numbers.get(id)!) ?? []).map(billOf);
    own.sort((one, two) => two.issuedAt.getTime() - one.issuedAt.getTime() || (one.billNo < two.billNo ? -1 : 1));
    return billsOf(BillsState.SHOWN, own.slice(0, perAccount));
  });
}

/** Numbers of the accounts whose bills the caller may ask for, by key. */
export async function accountNosOf({ caller, database }: CallContext, accountIds: readonly string[]) {
  const values: unknown[] = [accountIds];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const shown = rulePredicate(nounOf(Account), askedFor('owner', everyRow), caller.kind, '"a"', (value) =>
    bind(caller[value] ?? null),
  );
  const { rows } = await database.pool.query<{ id: string; accountNo: string }>(
    `select "a"."id", "a"."account_no" as "accountNo" from "account" "a" where "a"."id" = any($1::uuid[]) and ${shown}`,
    values,
  );
  return new Map(rows.map(({ id, accountNo }) => [id, accountNo]));
}

/** What billing answers, in time and in the agreed form. @throws when it does not */
export async function answered(context: CallContext, request: BillRequest): Promise<readonly GivenBill[]> {
  const ended = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      ended.abort();
      reject(new Error('Billing did not answer in time.'));
    }, billPatience.ms);
  });
  try {
    const asked = billSource.adapter.bills(request, ended.signal, context);
    return answer.parse(await Promise.race([asked, late]));
  } finally {
    clearTimeout(timer);
  }
}

function billOf({ billNo, from, to, issuedAt, dueOn, currency, amount, open }: GivenBill): CustomerBill {
  return Object.assign(new CustomerBill(), {
    billNo,
    periodFrom: from,
    periodTo: to,
    issuedAt: new Date(issuedAt),
    dueOn,
    amount: Money.of(amount, currency),
    openAmount: Money.of(open, currency),
  });
}
