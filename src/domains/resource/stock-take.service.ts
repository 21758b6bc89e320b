import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { Money } from '../../kernel/model/index.js';
import { askApproval, withdrawApproval } from '../../kernel/process/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { refuseDoubled } from '../catalogue/index.js';
import { ResourceItem, ResourceStatus } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import { StockBalance } from './stock-balance.js';
import { holderFor } from './holder-for.js';
import { latestPrice, valueAt } from './stock-value.js';
import type {
  StockTakeCancelInput,
  StockTakeCountInput,
  StockTakeOpenInput,
  StockTakeRecordInput,
} from './stock-planning.input.js';
import { STOCK_TAKE, stockTakeApproval } from './stock-take-approval.js';
import { stockTakeLifecycle } from './stock-planning.lifecycle.js';
import { StockTakeLine } from './stock-take-line.js';
import { StockTake } from './stock-take.js';

/** Begins to count one class at a holder (RES-15). */
export async function openStockTake(context: CallContext, input: StockTakeOpenInput): Promise<StockTake> {
  const takeNo = formatNumber('ST', await takeNumber(context.database, 'stock-take'));
  return context.database.write(context, async (tx) => {
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const take = tx.add(Object.assign(new StockTake(), { takeNo, holder, category: input.category }));
    stockTakeLifecycle.begin(tx, take);
    return take;
  });
}

/** A stocktaking whose stock the caller may move, locked. */
export async function takeFor(tx: Transaction, id: string): Promise<StockTake> {
  const path = ['input', 'takeId'];
  const take = await tx.get(StockTake, id, path);
  await tx.em.populate(take, ['holder']);
  await holderFor(tx, tx.idOf(take.holder), path);
  return take;
}

/** Notes what was found, and compares it with the books as they are now (RES-15). */
export async function recordStockTake(context: CallContext, input: StockTakeRecordInput): Promise<StockTake> {
  return context.database.write(context, async (tx) => {
    const take = await takeFor(tx, input.takeId);
    const path = ['input', 'counts'];
    refuseDoubled(input.counts, ({ typeId }) => typeId, path, 'typeId');
    await withdrawApproval(tx, STOCK_TAKE, take, 'It is counted anew.');
    await stockTakeLifecycle.move(tx, take, 'count');
    await tx.em.nativeDelete(StockTakeLine, { take: take.id });
    const counted = new Map<string, { type: ResourceType; count: StockTakeCountInput; index: number }>();
    for (const [index, count] of input.counts.entries()) {
      const type = await tx.get(ResourceType, count.typeId, [...path, index, 'typeId'], { lock: false });
      if (type.category !== take.category)
        refuse('CONTRADICTORY', 'The type is of another class.', [...path, index, 'typeId'], {
          category: type.category,
        });
      counted.set(type.id, { type, count, index });
    }
    const balances = await tx.em.find(
      StockBalance,
      { holder: take.holder.id, type: { category: take.category } },
      { populate: ['type'] },
    );
    for (const { type, onHand } of balances)
      if (onHand > 0 && !counted.has(type.id))
        counted.set(type.id, { type, count: { typeId: '', quantity: 0, resourceNos: [] }, index: -1 });
    for (const { type, count, index } of counted.values()) {
      const booked = balances.find((balance) => balance.type.id === type.id)?.onHand ?? 0;
      tx.add(Object.assign(new StockTakeLine(), await compare(tx, take, type, booked, count, [...path, index])));
    }
    Object.assign(take, { countedBy: tx.caller.subject, countedAt: tx.at });
    await tx.em.flush();
    await askApproval(tx, await stockTakeApproval(tx, take));
    return take;
  });
}

type Compared = Pick<StockTakeLine, 'take' | 'type' | 'booked' | 'counted' | 'differenceValue'> &
  Partial<Pick<StockTakeLine, 'missingNos' | 'foundNos'>>;

/** Whether a count found something else than the books say. */
export const differs = ({ booked, counted, missingNos = [], foundNos = [] }: Omit<Compared, 'take'>): boolean =>
  counted !== booked || missingNos.length > 0 || foundNos.length > 0;

async function compare(
  tx: Transaction,
  take: StockTake,
  type: ResourceType,
  booked: number,
  { quantity, resourceNos, treatment = null }: StockTakeCountInput,
  path: (string | number)[],
): Promise<Partial<StockTakeLine>> {
  const compared = await differenceOf(tx, take, type, booked, { quantity, resourceNos }, path);
  if (!treatment) return compared;
  if (!differs(compared)) refuse('CONTRADICTORY', 'There is no difference.', [...path, 'treatment']);
  return { ...compared, treatment };
}

async function differenceOf(
  tx: Transaction,
  take: StockTake,
  type: ResourceType,
  booked: number,
  { quantity, resourceNos }: Pick<StockTakeCountInput, 'quantity' | 'resourceNos'>,
  path: (string | number)[],
): Promise<Compared> {
  if (!type.serialised) {
    if (quantity == null) refuse('REQUIRED', 'How many were found?', [...path, 'quantity']);
    return {
      take,
      type,
      booked,
      counted: quantity!,
      differenceValue: await differenceValue(tx, type, quantity! - booked),
    };
  }
  if (resourceNos == null)
    refuse('REQUIRED', 'Each piece of this type is named by its number.', [...path, 'resourceNos']);
  const found = new Set(resourceNos);
  const items = await tx.em.find(ResourceItem, {
    type: type.id,
    holder: take.holder.id,
    status: [ResourceStatus.IN_STOCK, ResourceStatus.RESERVED],
  });
  const here = new Set(items.map(({ resourceNo }) => resourceNo));
  const missingNos = [...here].filter((no) => !found.has(no)).sort();
  const foundNos = [...found].filter((no) => !here.has(no)).sort();
  const value = await differenceValue(tx, type, found.size - here.size);
  return { take, type, booked: here.size, counted: found.size, missingNos, foundNos, differenceValue: value };
}

/** The value of a difference, by the price of the latest stock-in that had one. */
async function differenceValue(tx: Transaction, type: ResourceType, difference: number): Promise<Money | null> {
  const price = await latestPrice(tx, type);
  return price && valueAt(price, difference);
}

/** Gives a stocktaking up; the books stay as they are. */
export async function cancelStockTake(context: CallContext, input: StockTakeCancelInput): Promise<StockTake> {
  return context.database.write(context, async (tx) => {
    const take = await takeFor(tx, input.takeId);
    await stockTakeLifecycle.move(tx, take, 'cancel', { reason: input.reason });
    await withdrawApproval(tx, STOCK_TAKE, take, input.reason);
    return take;
  });
}
