import type { CallContext } from '../../kernel/database/context.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { InstanceStateRule } from './instance-state-rule.js';
import { ProductInstanceStatus, SuspendReason } from './product-instance.js';

/** Services that arrears forbid on every product: it may neither move nor change its number (PRD-29). */
const forbiddenInArrears = [CustomerServiceType.MOVE, CustomerServiceType.SWAP, CustomerServiceType.TRANSFER];

/** Writes the rules of the baseline where none for the same state and service exist. */
export async function ensureStateRules(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    for (const service of forbiddenInArrears) {
      const key = {
        product: null,
        status: ProductInstanceStatus.SUSPENDED,
        suspendReason: SuspendReason.ARREARS,
        service,
      };
      if (await tx.em.findOne(InstanceStateRule, key)) continue;
      const message = 'The instance is suspended for arrears: first pay what is due.';
      tx.add(Object.assign(new InstanceStateRule(), key, { allowed: false, message }));
    }
  });
}
