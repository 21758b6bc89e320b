import type { CallContext } from '../../kernel/database/context.js';
import { oldestOf, StockBalance } from './stock-balance.js';

const DAY = 24 * 60 * 60_000;
/** Balances that the clock handles at a time. */
const BATCH = 500;

/** Balances whose pieces lie too long and that are not known for it, or the other way round. */
const CHANGED = `
  select "b"."id", "aged"."oldest", "b"."aged_since" is null "raised" from "stock_balance" "b" join "resource_type" "t" on "t"."id" = "b"."type_id"
  cross join lateral (select ${oldestOf('"b"')} "oldest") "aged"
  where ("t"."max_age_days" is not null or "b"."aged_since" is not null)
    and coalesce("b"."on_hand" > 0 and "aged"."oldest" < $1::timestamptz - "t"."max_age_days" * interval '1 day', false) = ("b"."aged_since" is null)
  order by "b"."id" limit ${BATCH}`;

/** Warns when pieces lie with a holder for longer than their type allows, and says when none do any more; the clock calls it (RES-04). */
export async function watchStockAge(context: CallContext, at: Date = new Date()): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string; oldest: Date | null; raised: boolean }>(CHANGED, [
    at,
  ]);
  for (const { id, oldest, raised } of rows)
    await context.database.write(context, async (tx) => {
      const balance = await tx.find(StockBalance, id);
      // Another server may have told it meanwhile.
      if (!balance || !balance.agedSince !== raised) return;
      await tx.em.populate(balance, ['holder', 'type']);
      const { holder, type } = balance;
      balance.agedSince = raised ? at : null;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: raised ? 'stock.age.exceeded' : 'stock.age.cleared',
        subject: balance,
        regionId: holder.region.id,
        data: {
          type: type.code,
          holder: holder.code,
          days: oldest ? Math.floor((at.getTime() - oldest.getTime()) / DAY) : 0,
          threshold: type.maxAgeDays ?? null,
        },
      });
    });
}
