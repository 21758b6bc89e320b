import type { BillSourcePort, GivenBill } from '../../src/domains/bill/index.js';

/** How the sandbox answers for bills besides what it works out; may be changed while it runs. */
export const billBook = {
  /** Bills that take the place of those it works out, by number of the account, also wrong ones. */
  bills: new Map<string, readonly Omit<GivenBill, 'accountNo'>[]>(),
  /** `FAILS`: each call ends with an error. `HANGS`: it does not answer until the caller gives up. */
  mode: 'ANSWERS' as 'ANSWERS' | 'FAILS' | 'HANGS',
  /** How often it was asked. */
  calls: 0,
};

/** One bill a month over what was consumed in it, on the customer's default account, due three weeks later and paid on that day. */
const MONTHLY = `
  select "a"."account_no" as "accountNo", 'BILL-' || "a"."account_no" || '-' || to_char("m"."month", 'YYYYMM') as "billNo",
    to_char("m"."month", 'YYYY-MM-DD') as "from", to_char("m"."month" + interval '1 month' - interval '1 day', 'YYYY-MM-DD') as "to",
    to_char("m"."month" + interval '1 month', 'YYYY-MM-DD"T"00:00:00"Z"') as "issuedAt",
    to_char("m"."month" + interval '1 month 21 days', 'YYYY-MM-DD') as "dueOn", "m"."currency", "m"."amount",
    case when "m"."month" + interval '1 month 21 days' < $3::timestamptz at time zone 'UTC' then '0' else "m"."amount" end as "open"
  from "account" "a" cross join lateral (
    select date_trunc('month', "r"."occurred_at" at time zone 'UTC') as "month", "r"."amount_currency" as "currency",
      sum("r"."amount_amount")::text as "amount"
    from "consumption_record" "r" where "r"."customer_id" = "a"."owner_id" and "r"."deleted_at" is null
    group by 1, 2 order by 1 desc limit $2) "m"
  where "a"."account_no" = any($1::text[]) and "a"."is_default"`;

/** Never settles but by the signal. */
const silence = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The sandbox was given up.')));
  });

/** Bills over what was consumed, unless others are in the book. */
export const sandboxBills: BillSourcePort = {
  async bills({ accountNos, perAccount, unpaidOnly = false }, signal, { database }) {
    billBook.calls++;
    if (billBook.mode === 'FAILS') throw new Error('The sandbox was asked to fail.');
    if (billBook.mode === 'HANGS') return silence(signal);
    const { rows } = await database.pool.query<GivenBill>(MONTHLY, [accountNos, perAccount, database.clock()]);
    const told = accountNos.flatMap((accountNo) =>
      (billBook.bills.get(accountNo) ?? []).map((bill) => ({ ...bill, accountNo })),
    );
    const all = [...told, ...rows.filter(({ accountNo }) => !billBook.bills.has(accountNo))];
    return unpaidOnly ? all.filter(({ open }) => Number(open) !== 0) : all;
  },
};
