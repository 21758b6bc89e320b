import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { followCancellation, type Order, OrderItem } from '../ordering/index.js';
import { type Employee, EmployeeStatus } from '../organisation/index.js';
import { type CheckedLine, setLines } from './opportunity-content.js';
import { relate } from './opportunity-relate.js';
import { OpportunityIntention, OpportunityRelationKind, OpportunitySource } from './opportunity.enums.js';
import { Opportunity } from './opportunity.js';
import { beginOpportunity } from './opportunity.service.js';

/** What the customer wanted to have by an order: each offering once. Empty for an order that only changed or gave up something. */
async function wantedBy(tx: Transaction, order: Order): Promise<CheckedLine[]> {
  const items = await tx.em.find(
    OrderItem,
    { order: order.id, action: CustomerServiceType.INSTALL },
    { populate: ['offering'], orderBy: { itemNo: 'asc' } },
  );
  const wanted = new Map<string, CheckedLine>();
  for (const { offering, quantity } of items)
    if (offering) {
      const same = wanted.get(offering.id)?.quantity ?? 0;
      wanted.set(offering.id, { offering, quantity: quantity + same, estimatedAmount: null });
    }
  return [...wanted.values()];
}

/**
 * Begins an opportunity to win a cancelled order once more (ORD-97, SAL-180). It goes to the seller and the team of the opportunity that
 * the order came of, if any, which stays won, and takes over what is known of the need.
 */
async function regenerate(tx: Transaction, order: Order): Promise<void> {
  await tx.em.flush();
  const lines = await wantedBy(tx, order);
  if (lines.length === 0) return;
  const customer = await tx.em.findOneOrFail(Customer, order.customer.id, { populate: ['region'] });
  const wonBy = await tx.em.find(
    Opportunity,
    { order: order.id },
    { populate: ['seller', 'team'], orderBy: { id: 'asc' } },
  );
  const [first] = wonBy;
  const { need = null, decisionMaker = null, team = null, expectedAmount = null } = first ?? {};
  const opportunity = await beginOpportunity(
    tx,
    {
      ...{ customer, name: first?.name ?? order.orderNo, intention: OpportunityIntention.ADD },
      ...{ source: OpportunitySource.ORDER_CANCELLED, cancelledOrder: order },
      ...{ need, decisionMaker, expectedAmount, team: team?.active ? team : null, seller: activeOnly(first?.seller) },
    },
    order.cancelReason ?? null,
  );
  await setLines(tx, opportunity, lines);
  if (first) relate(tx, OpportunityRelationKind.REGENERATED_FROM, wonBy, [opportunity], order.cancelReason ?? null);
}

const activeOnly = (seller: Employee | null | undefined): Employee | null =>
  seller?.status === EmployeeStatus.ACTIVE ? seller : null;

followCancellation(regenerate);
