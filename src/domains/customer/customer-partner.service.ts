import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { applyChanges } from '../../kernel/record/index.js';
import type { Partner } from '../partner/index.js';
import { Customer } from './customer.js';

/**
 * Gives the customers of a partner who leaves to another one, or to the operator, each change with its own history (CUS-94).
 * @returns how many there were.
 */
export async function moveCustomersOf(
  tx: Transaction,
  partner: Partner,
  successor: Partner | null,
  reason: string,
): Promise<number> {
  const customers = await tx.em.find(
    Customer,
    { partner },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const customer of customers) {
    const changes = applyChanges(customer, { partner: successor });
    customer.version++;
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'customer.changed',
      subject: customer,
      customerId: customer.id,
      regionId: customer.region.id,
      reason,
      data: { changes, version: customer.version },
    });
  }
  return customers.length;
}
