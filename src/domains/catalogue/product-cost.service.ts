import type { CallContext } from '../../kernel/database/context.js';
import { Money } from '../../kernel/model/index.js';
import { requireCurrency } from './currency.js';
import { requireMaintainer } from './maintenance.js';
import type { ProductCostRecordInput } from './product-cost.input.js';
import { ProductCost } from './product-cost.js';
import { Product } from './product.js';

/** Records what a product cost in a stage of its life (PRD-06); records are never changed, a correction is one more. */
export async function recordProductCost(context: CallContext, input: ProductCostRecordInput): Promise<ProductCost> {
  return context.database.write(context, async (tx) => {
    const product = await tx.get(Product, input.productId, ['input', 'productId'], { lock: false });
    await requireMaintainer(tx, product, ['input', 'productId']);
    const { stage, kind, amount } = input;
    requireCurrency(amount.currency, ['input', 'amount', 'currency']);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'product.cost.recorded',
      subject: product,
      data: { stage, kind, ...amount },
    });
    return tx.add(
      Object.assign(new ProductCost(), {
        product,
        stage,
        kind,
        amount: Money.of(amount.amount, amount.currency),
        recordedAt: tx.at,
        recordedBy: tx.caller.subject,
        remark: input.remark ?? null,
      }),
    );
  });
}
