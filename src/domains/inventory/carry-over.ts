import type { Transaction } from '../../kernel/database/transaction.js';
import type { OfferingInstance } from './offering-instance.js';
import type { ProductInstance } from './product-instance.js';

/**
 * Lets instances go on under another offering of the same customer, such as its upgrade: each keeps its identity, its number and all that
 * hangs on it (MOD-76). What the former offering means without them is not looked at.
 */
export function carryOver(tx: Transaction, instances: readonly ProductInstance[], to: OfferingInstance): void {
  for (const instance of instances) {
    const before = { offeringInstanceId: instance.offeringInstance && tx.idOf(instance.offeringInstance) };
    instance.offeringInstance = to;
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'productInstance.changed',
      subject: instance,
      customerId: instance.customer.id,
      regionId: instance.region.id,
      data: { change: null, before, after: { offeringInstanceId: tx.idOf(to) } },
    });
  }
}
