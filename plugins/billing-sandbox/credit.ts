import type { CreditSourcePort, GivenRating } from '../../src/domains/evaluation/index.js';

const PAGE = 200;

/** What the sandbox says of credit besides what it works out; may be changed while it runs. */
export const creditBook = {
  /** Ratings that take the place of those it works out, by code of the customer, also wrong ones. */
  ratings: new Map<string, Omit<GivenRating, 'customerCode'>>(),
  /** True: it does not answer. */
  broken: false,
};

const OWED = `
  select "c"."code", min("a"."balance_amount") as "balance" from "customer" "c" join "account" "a" on "a"."owner_id" = "c"."id"
  where "a"."balance_amount" is not null and ($1::text is null or "c"."code" > $1) group by "c"."code" order by "c"."code" limit ${PAGE}`;

const scoreOf = (balance: string): string => (balance.startsWith('-') ? '35' : '75');

/** Rates customers whose balance is known: badly who owes something. */
export const sandboxCredit: CreditSourcePort = {
  async ratings(_cycle, after, { database }) {
    if (creditBook.broken) throw new Error('The sandbox was asked to be broken.');
    const { rows } = await database.pool.query<{ code: string; balance: string }>(OWED, [after]);
    const evaluatedAt = database.clock().toISOString();
    const own = rows
      .filter(({ code }) => !creditBook.ratings.has(code))
      .map(({ code, balance }) => ({ customerCode: code, score: scoreOf(balance), evaluatedAt }));
    const told = after ? [] : [...creditBook.ratings].map(([customerCode, rating]) => ({ customerCode, ...rating }));
    return { ratings: [...told, ...own], next: rows.length === PAGE ? rows.at(-1)!.code : null };
  },
};
