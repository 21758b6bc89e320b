import type { CallContext } from '../../kernel/database/context.js';
import { dayAt, operatorZone } from '../calendar/index.js';
import { CardExpiry } from './card-expiry.js';
import { NEAR_EXPIRY_MONTHS } from './pieces.js';
import { StockBalance } from './stock-balance.js';

/** Cards that the clock marks at a time. */
const BATCH = 500;

const DUE = `case when "expires_on" < ?::date then '${CardExpiry.EXPIRED}'
  when ("expires_on" - interval '${NEAR_EXPIRY_MONTHS} months')::date <= ?::date then '${CardExpiry.NEAR_EXPIRY}' end`;

/** Marks cards in stock as what they have become. Of two servers each marks others. */
const MARK = `
  with "due" as (
    select "id", ${DUE} "expiry" from "resource_item"
    where "expires_on" is not null and "status" in ('IN_STOCK', 'RESERVED') and ${DUE} is distinct from "expiry"
    order by "expires_on", "id" limit ${BATCH} for update skip locked
  ),
  "marked" as (
    update "resource_item" "i" set "expiry" = "due"."expiry", "updated_at" = ? from "due" where "i"."id" = "due"."id"
    returning "i"."type_id", "i"."holder_id", "i"."expires_on", "i"."expiry"
  )
  select "b"."id" "balance", "m"."expires_on"::text "day", "m"."expiry", count(*)::int "count"
  from "marked" "m" join "stock_balance" "b" on "b"."type_id" = "m"."type_id" and "b"."holder_id" = "m"."holder_id"
  where "m"."expiry" is not null group by 1, 2, 3 order by 2, 1`;

interface Marked {
  balance: string;
  day: string;
  expiry: CardExpiry;
  count: number;
}

/**
 * Marks cards that end within three months, or have ended, where the operator is, and tells each holder's once; the clock calls it (RES-21,
 * RES-22). Handing out looks at the day itself and does not wait for the mark.
 */
export async function markCards(context: CallContext): Promise<void> {
  const { database } = context;
  const today = dayAt(database.clock(), await operatorZone(database));
  await database.write(context, async (tx) => {
    const marked = await tx.em.execute<Marked[]>(MARK, [today, today, today, today, tx.at]);
    for (const { balance: id, day, expiry, count } of marked) {
      const balance = await tx.em.findOneOrFail(StockBalance, { id }, { populate: ['holder', 'type'] });
      const { holder, type } = balance;
      tx.record({
        ...{ kind: 'BUSINESS_FACT', type: expiry === CardExpiry.EXPIRED ? 'card.expired' : 'card.expiry.near' },
        ...{ subject: balance, regionId: holder.region.id },
        data: { type: type.code, holder: holder.code, count, expiresOn: day },
      });
    }
  });
}
