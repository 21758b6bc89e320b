import type { Transaction } from '../../kernel/database/transaction.js';
import type { CustomerCreateInput } from './customer.inputs.js';
import type { Customer } from './customer.js';

/** What another domain does about a new customer, in the same transaction; it may refuse what the input asks of it. */
export type CustomerCreation = (tx: Transaction, customer: Customer, input: CustomerCreateInput) => Promise<void>;

/** What comes with every new customer, by the domains that know of it, such as credit to begin with. */
class CustomerCreations {
  private readonly all: CustomerCreation[] = [];

  add(creation: CustomerCreation): void {
    this.all.push(creation);
  }

  async run(...given: Parameters<CustomerCreation>): Promise<void> {
    for (const creation of this.all) await creation(...given);
  }
}

export const customerCreations = new CustomerCreations();
