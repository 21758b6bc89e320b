import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { applyChanges } from '../../kernel/record/index.js';
import type { Party } from '../party/index.js';
import { Customer } from './customer.js';

/** Gives the customers of a party its name, when that has changed; each has it in its history. @param done one who has it already */
export async function followPartyName(tx: Transaction, party: Party, done: Customer | null): Promise<void> {
  const others = await tx.em.find(
    Customer,
    { party: party.id, name: { $ne: party.name }, ...(done ? { id: { $ne: done.id } } : {}) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
  for (const customer of others) {
    const changes = applyChanges(customer, { name: party.name });
    if (changes.length === 0) continue;
    customer.version++;
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'customer.changed', subject: customer },
      ...{ customerId: customer.id, regionId: customer.region.id },
      data: { changes, version: customer.version },
    });
  }
}
