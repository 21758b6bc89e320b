import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import type { Order } from './order.js';
import { ReviewRule } from './review-rule.js';

/** What a review rule looks at. */
export interface ReviewFacts {
  kind: string;
  source: string;
  actions: readonly string[];
  /** Product instances that the order opens or acts on, an offering instance counted as one. */
  pieces: number;
  oneTimeTotal: string;
}

/** Whether an order falls under a rule: every condition that the rule gives must hold. */
export function demandsReview(rule: ReviewRule, facts: ReviewFacts): boolean {
  return (
    (rule.kind == null || rule.kind === facts.kind) &&
    (rule.source == null || rule.source === facts.source) &&
    (rule.action == null || facts.actions.includes(rule.action)) &&
    (rule.minPieces == null || facts.pieces >= rule.minPieces) &&
    (rule.minOneTimeTotal == null || new Decimal(facts.oneTimeTotal).gte(rule.minOneTimeTotal))
  );
}

/** The rule in use that sends an order to a reviewer; null when none does, and the order may be approved by rule (ORD-77). */
export async function reviewRuleFor(tx: Transaction, order: Order): Promise<ReviewRule | null> {
  const rules = await tx.em.find(ReviewRule, { inUse: true }, { orderBy: { code: 'asc' } });
  if (rules.length === 0) return null;
  const items = await tx.em.find(OrderItem, { order: order.id });
  const components = await tx.em.find(OrderItemComponent, { orderItem: { $in: items.map((item) => item.id) } });
  const piecesOf = (item: OrderItem) => {
    const bundled = components.filter((component) => component.orderItem.id === item.id);
    return item.quantity * (bundled.length ? bundled.reduce((sum, { quantity }) => sum + quantity, 0) : 1);
  };
  const facts: ReviewFacts = {
    kind: order.kind,
    source: order.source,
    actions: items.map((item) => item.action),
    pieces: items.reduce((sum, item) => sum + piecesOf(item), 0),
    oneTimeTotal: order.oneTimeTotal?.amount ?? '0',
  };
  return rules.find((rule) => demandsReview(rule, facts)) ?? null;
}
