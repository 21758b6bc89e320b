import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { dayAt, operatorZone } from '../calendar/index.js';
import { CardAudit } from './card-audit.js';
import { holderFor } from './holder-for.js';
import { ResourceCategory, ResourceType } from './resource-type.js';
import type { CardAuditInput } from './stock-use.input.js';

/** Adds up movements of cards at a holder, over days where the operator is. */
const FIGURES = `
  select coalesce(sum("change") filter (where "at" < ?::date), 0)::int "opening",
    coalesce(sum("change") filter (where "at" >= ?::date and "kind" in ('STOCK_IN', 'REVERSAL', 'DISPATCH', 'RECALL')), 0)::int "received",
    coalesce(-sum("change") filter (where "at" >= ?::date and "kind" in ('ALLOCATION', 'RETURN')), 0)::int "sold",
    coalesce(sum("change"), 0)::int "closing"
  from (
    select "kind", "moved_at" at time zone ?::text "at", "quantity" * case when "to_id" = ? then 1 else -1 end "change"
    from "stock_note" where "type_id" = ? and ? in ("to_id", "from_id") and "counted"
  ) "m" where "at" < ?::date + 1`;

/** Audits the cards of a holder over a period, and tells of each difference (RES-23). */
export async function auditCards(context: CallContext, input: CardAuditInput): Promise<CardAudit> {
  const zone = await operatorZone(context.database);
  return context.database.write(context, async (tx) => {
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    if (type.category !== ResourceCategory.CARD)
      refuse('CONTRADICTORY', 'Only cards are audited.', ['input', 'typeId']);
    const { fromDay, toDay, reportedReceived, bookedSold } = input;
    if (toDay < fromDay) refuse('CONTRADICTORY', 'The last day comes before the first.', ['input', 'toDay']);
    if (toDay >= dayAt(tx.at, zone)) refuse('TOO_LATE', 'The period is not over.', ['input', 'toDay']);
    if (await tx.em.findOne(CardAudit, { holder: holder.id, type: type.id, fromDay, toDay }))
      refuse('DUPLICATE', 'The period has been audited.', ['input', 'fromDay']);
    const [figures] = await tx.em.execute<Pick<CardAudit, 'opening' | 'received' | 'sold' | 'closing'>[]>(FIGURES, [
      ...[fromDay, fromDay, fromDay, zone, holder.id, type.id, holder.id, toDay],
    ]);
    const { opening, received, sold, closing } = figures!;
    const audit = tx.add(
      Object.assign(new CardAudit(), {
        ...{ holder, type, fromDay, toDay, reportedReceived, bookedSold, opening, received, sold, closing },
        auditedBy: tx.caller.subject,
      }),
    );
    const data = {
      ...{ type: type.code, holder: holder.code, fromDay, toDay },
      balance: closing - opening - received + sold,
      received: received - reportedReceived,
      sold: sold - bookedSold,
    };
    if (data.balance || data.received || data.sold)
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'card.audit.difference',
        subject: audit,
        regionId: holder.region.id,
        data,
      });
    return audit;
  });
}
