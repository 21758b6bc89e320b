import type { Transaction } from '../../kernel/database/transaction.js';
import {
  type Customer,
  customerLeaveObjections,
  CustomerLifecycleState,
  customerLifecycle,
  enterNetwork,
  leaveNetwork,
} from '../customer/index.js';
import { type CustomerMerge, type MergePart, type StandingBefore, standingOf } from '../customer-merge/index.js';
import { ProductInstance, ProductInstanceStatus } from './product-instance.js';

const { POTENTIAL, IN_NETWORK, LEFT } = CustomerLifecycleState;
const { PENDING, REMOVED } = ProductInstanceStatus;

/**
 * Lets each of two customers stand in its life cycle where it would stand had they never been one (CUS-17, CUS-80): in the network with what
 * is in service, gone where the last of it ended meanwhile, else where it stood before. What staff decided meanwhile stays.
 * @param before how the customer stood before the merge
 */
async function settle(
  tx: Transaction,
  merge: CustomerMerge,
  customer: Customer,
  before: StandingBefore,
): Promise<void> {
  const from = merge.decidedAt!;
  if (await wasDecidedByHand(tx, customer, from)) return;
  const reason = merge.undoReason ?? merge.reason;
  const was = customer.lifecycle;
  const [oldest] = await tx.em.find(
    ProductInstance,
    { customer: customer.id, status: { $nin: [PENDING, REMOVED] } },
    { orderBy: { activatedAt: 'asc', id: 'asc' }, limit: 1 },
  );
  if (oldest) {
    await enterNetwork(tx, customer, reason);
    if (before.lifecycle !== IN_NETWORK)
      customer.joinedAt = dateOf(before.joinedAt) ?? oldest.activatedAt ?? customer.joinedAt ?? null;
    return;
  }
  const ended = { customer: customer.id, status: REMOVED, activatedAt: { $ne: null }, endedAt: { $gte: from } };
  const hasLeft = before.lifecycle === LEFT || (await tx.em.count(ProductInstance, ended)) > 0;
  if (hasLeft) {
    if (was === POTENTIAL) await enterNetwork(tx, customer, reason);
    if (!(await customerLeaveObjections.against(customer, tx))) await leaveNetwork(tx, customer, reason);
  } else if (before.lifecycle === IN_NETWORK) await enterNetwork(tx, customer, reason);
  else if (was !== POTENTIAL) await customerLifecycle.move(tx, customer, 'reconsider', { reason });
  if (customer.lifecycle === was || customer.lifecycle !== before.lifecycle) return;
  Object.assign(customer, {
    inNetworkPhase: before.inNetworkPhase,
    joinedAt: dateOf(before.joinedAt),
    leftAt: dateOf(before.leftAt),
  });
}

const dateOf = (moment: string | null): Date | null => (moment ? new Date(moment) : null);

/** Whether somebody took a step of its life cycle by hand since a moment. */
async function wasDecidedByHand(tx: Transaction, { id }: Customer, since: Date): Promise<boolean> {
  const steps = await tx.em.execute<unknown[]>(
    `select 1 from "history_entry" where "customer_id" = ? and "type" = 'customer.status.changed'
       and "occurred_at" >= ? and "data" ->> 'manual' = 'true' limit 1`,
    [id, since],
  );
  return steps.length > 0;
}

/** What follows from where the instances went when a merge is taken back; they go with the merge itself. */
export const standingsAfterSplit: MergePart = {
  merged: async () => undefined,
  split: async (tx, merge, survivor, absorbed) => {
    if (merge.survivorBefore) await settle(tx, merge, survivor, merge.survivorBefore);
    await settle(tx, merge, absorbed, { ...standingOf(absorbed), lifecycle: merge.lifecycleBefore! });
  },
};
