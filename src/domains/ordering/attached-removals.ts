import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, userError } from '../../kernel/errors/refusal.js';
import type { UserError } from '../../kernel/errors/user-error.js';
import { decodeId, encodeId } from '../../kernel/model/index.js';
import { CustomerServiceType, OfferingComponent } from '../catalogue/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { attachedLeft, type LeavingInstance } from './attached-left.js';
import type { OrderItemInput, OrderSubmitInput } from './order.inputs.js';

const { REMOVE, INSTALL } = CustomerServiceType;

/** A submission with all that goes with what it removes. */
export interface WholeSubmission {
  /** The lines of the caller, and after them one for each attached product that goes with a main one. */
  input: OrderSubmitInput;
  /** What goes, in the order of the lines that were added, each with the line that removes what it was attached to. */
  added: readonly LeavingInstance[];
}

/**
 * Adds a line for each attached product that exists only with a main one that the submission removes (ORD-11, PRD-02). What it says of that line
 * holds for those: the reason, and that the customer accepts a breach. Reads only; whether something has changed since is checked again.
 */
export async function withAttached(context: CallContext, input: OrderSubmitInput): Promise<WholeSubmission> {
  const customerId = decodeId(input.customerId)?.uuid;
  if (!customerId || !input.items.some(({ action }) => action === REMOVE)) return { input, added: [] };
  return context.database.read(context, async (tx) => {
    const leaving = await leavingIn(tx, customerId, input.items);
    const opened = input.items.flatMap(({ action, offeringId }) =>
      action === INSTALL && offeringId ? (decodeId(offeringId)?.uuid ?? []) : [],
    );
    const components = opened.length
      ? await tx.em.find(OfferingComponent, { offering: { $in: opened } }, { populate: ['product'] })
      : [];
    const left = await attachedLeft(
      tx,
      { id: customerId },
      {
        leaving,
        replaced: keys(input.items.map(({ replacesId }) => replacesId)),
        bought: components.map(({ product }) => product),
      },
    );
    const named = new Set(keys(input.items.map(({ productInstanceId }) => productInstanceId)));
    // What another line is about is the caller's: the check tells of it.
    const added = left.filter(({ instance }) => !named.has(instance.id));
    const items = [...input.items, ...added.map((each) => lineFor(each, input.items[each.line]!))];
    return { input: added.length > 0 ? { ...input, items } : input, added };
  });
}

const keys = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.flatMap((id) => (id && decodeId(id)?.uuid) || []);

async function leavingIn(
  tx: Transaction,
  customer: string,
  items: readonly OrderItemInput[],
): Promise<LeavingInstance[]> {
  const leaving: LeavingInstance[] = [];
  for (const [line, { action, productInstanceId, offeringInstanceId }] of items.entries()) {
    const [key] = keys([productInstanceId ?? offeringInstanceId]);
    if (action !== REMOVE || !key) continue;
    const which = productInstanceId ? { id: key } : { offeringInstance: key };
    const found = await tx.em.find(
      ProductInstance,
      { ...which, customer, status: { $ne: ProductInstanceStatus.REMOVED } },
      { populate: ['product'] },
    );
    leaving.push(...found.map((instance) => ({ instance, line })));
  }
  return leaving;
}

function lineFor({ instance }: LeavingInstance, { reason, acceptBreach }: OrderItemInput): OrderItemInput {
  return {
    ...{ action: REMOVE, productInstanceId: encodeId('ii', instance.id) },
    ...(reason ? { reason } : {}),
    ...(acceptBreach ? { acceptBreach } : {}),
  };
}

/** Errors of lines that were added, under the lines for which they were, naming what they are about. */
export function toldUnderCauses(
  errors: readonly UserError[],
  given: number,
  added: readonly LeavingInstance[],
): UserError[] {
  return errors.map((error) => {
    const { code, message, details, path } = error;
    const cause = path[1] === 'items' ? added[Number(path[2]) - given] : undefined;
    if (!cause) return error;
    const { instanceNo, product } = cause.instance;
    return userError(
      code,
      `${product.name} (${instanceNo}), which goes with it: ${message}`,
      ['input', 'items', cause.line],
      {
        ...details,
        ...{ instanceNo, product: product.code },
      },
    );
  });
}

/** Does something with a whole submission; what is refused of lines that were added is told of the lines for which they were. */
export async function asGiven<T>(
  given: OrderSubmitInput,
  { added }: WholeSubmission,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || added.length === 0) throw error;
    throw new Refusal(toldUnderCauses(error.userErrors, given.items.length, added));
  }
}
