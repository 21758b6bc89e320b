import type { Transaction } from '../../kernel/database/transaction.js';
import type { Money } from '../../kernel/model/index.js';
import { ChargeType, EquivalentKind, TariffPlan, TariffRule } from '../catalogue/index.js';
import { ChargeSource, Discount, keptValues } from '../pricing/index.js';
import { OrderCharge } from './order-charge.js';
import type { OrderItem } from './order-item.js';
import type { SoldCharge } from './order-prices.js';
import type { Order } from './order.js';

/** Keeps what a line costs, or the discounts on the whole, one by one as they were sold (PRD-114). */
export function keepCharges(
  tx: Transaction,
  order: Order,
  item: OrderItem | null,
  charges: readonly SoldCharge[],
): void {
  for (const [index, charge] of charges.entries()) {
    const { rule, tariffPlan, discount, tier, currency } = charge;
    tx.add(
      Object.assign(new OrderCharge(), {
        ...{ order, item, position: index + 1, ...keptValues(charge), currency },
        rule: rule ? tx.em.getReference(TariffRule, rule.id) : null,
        tariffPlan: tariffPlan ? tx.em.getReference(TariffPlan, tariffPlan.id) : null,
        discount: discount ? tx.em.getReference(Discount, discount.id) : null,
        versionNumber: charge.versionNumber ?? null,
        ...{ feeItem: charge.feeItem ?? null, formula: charge.formula ?? null },
        ...{ tierBasis: tier?.basis ?? null, tierThreshold: tier?.threshold ?? null },
      }),
    );
  }
}

/** A penalty, as one of the charges of its line (PRD-39). */
export const penaltyCharge = ({ amount, currency }: Money): SoldCharge => ({
  ...{ source: ChargeSource.PENALTY, code: 'PENALTY', name: 'Penalty', type: ChargeType.ONE_TIME },
  ...{ equivalent: EquivalentKind.MONEY, currency, quantity: 1, unitPrice: amount, amount },
});
