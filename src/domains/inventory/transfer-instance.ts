import type { Transaction } from '../../kernel/database/transaction.js';
import type { Account, Customer } from '../customer/index.js';
import { addParty } from './create-instances.js';
import { InstanceParty, InstancePartyRole } from './instance-party.js';
import type { ProductInstance } from './product-instance.js';
import { settleOfferingInstance } from './settle-offering-instance.js';

/**
 * Another customer becomes the owner: the instance keeps its identity, leaves its offering, which stays with the former owner, and
 * is charged to the new owner's account. Both customers find it in their history.
 */
export async function transferInstance(
  tx: Transaction,
  instance: ProductInstance,
  to: { customer: Customer; account: Account | null },
): Promise<void> {
  const former = instance.customer;
  const owners = await tx.em.find(InstanceParty, {
    instance: instance.id,
    role: InstancePartyRole.OWNER,
    validity: { to: null },
  });
  for (const owner of owners) owner.validity.to = tx.at;
  // The former ownership must be closed in the table before the new one is written: at most one may be open.
  await tx.em.flush();
  addParty(tx, instance, to.customer, InstancePartyRole.OWNER);

  const data = { fromCustomerId: tx.idOf(former), toCustomerId: tx.idOf(to.customer) };
  for (const customer of [former, to.customer])
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'productInstance.transferred',
      subject: instance,
      customerId: customer.id,
      regionId: instance.region.id,
      data,
    });

  await settleOfferingInstance(tx, instance);
  instance.customer = to.customer;
  instance.account = to.account;
  instance.offeringInstance = null;
}
