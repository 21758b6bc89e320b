import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { InternalOrganization } from '../party/index.js';
import { OperatingResource } from './operating-resource.js';
import { StockHolder } from './stock-holder.js';
import type { OperatingResourceSaveInput, StockHolderCloseInput } from './stock-use.input.js';

/** Closes a holder, such as a partner that leaves; what it still has is named by type and number and must be taken back first (RES-49). */
export async function closeStockHolder(context: CallContext, input: StockHolderCloseInput): Promise<StockHolder> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'holderId'];
    const holder = await tx.get(StockHolder, input.holderId, path);
    refuseMisuse(tx.caller, { regionId: holder.region.id }, path);
    if (holder.closedAt) refuse('CLOSED', 'The holder has been closed.', path);
    const left = await tx.em.execute<{ type: string; count: number }[]>(
      `select "t"."code" "type", "b"."on_hand" "count" from "stock_balance" "b" join "resource_type" "t" on "t"."id" = "b"."type_id"
       where "b"."holder_id" = ? and "b"."on_hand" > 0 order by 1 for update of "b"`,
      [holder.id],
    );
    if (left.length > 0) refuse('HAS_STOCK', 'The holder still has stock.', path, { left });
    holder.closedAt = tx.at;
    const data = { code: holder.code };
    const { reason } = input;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'stockHolder.closed',
      subject: holder,
      regionId: holder.region.id,
      reason,
      data,
    });
    return holder;
  });
}

/** Writes a strategic resource, or changes one (RES-51). */
export async function saveOperatingResource(
  context: CallContext,
  input: OperatingResourceSaveInput,
): Promise<OperatingResource> {
  return context.database.write(context, async (tx) => {
    const owner = await tx.get(InternalOrganization, input.ownerId, ['input', 'ownerId'], { lock: false });
    const { code, name, kind, use } = input;
    const present = input.resourceId
      ? await tx.get(OperatingResource, input.resourceId, ['input', 'resourceId'])
      : null;
    if (present && present.code !== code) refuse('CONTRADICTORY', 'The code never changes.', ['input', 'code']);
    if (!present && (await tx.em.findOne(OperatingResource, { code })))
      refuse('DUPLICATE', 'Another resource has this code.', ['input', 'code']);
    const resource = tx.add(present ?? Object.assign(new OperatingResource(), { code }));
    const changes = applyChanges(resource, { name, kind, use, owner });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'operatingResource.changed', subject: resource, data: { changes } });
    return resource;
  });
}
