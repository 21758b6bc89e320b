import type { Transaction } from '../../kernel/database/transaction.js';
import { Account, type Customer } from '../customer/index.js';
import { addParty } from './create-instances.js';
import { InstanceParty, InstancePartyRole } from './instance-party.js';
import { PaymentRule } from './payment-rule.js';
import type { ProductInstance } from './product-instance.js';
import { settleOfferingInstance } from './settle-offering-instance.js';
import { tellPaymentRules } from './tell-payment-rules.js';

/**
 * Another customer becomes the owner: the instance keeps its identity, leaves its offering, which stays with the former owner, and
 * is charged to the new owner's account. How long it must be kept goes with it, else a transfer would free of every commitment (PRD-38). Who
 * paid for the former owner pays no more. All of these customers find it in their history.
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
  instance.committedThrough = instance.offeringInstance ?? instance.committedThrough ?? null;
  await endPaymentRules(tx, instance);
  instance.customer = to.customer;
  instance.account = to.account;
  instance.offeringInstance = null;
}

/** Others paid for the former owner, not for whoever came after: their rules end, and each of them finds that in the history (MOD-41). */
async function endPaymentRules(tx: Transaction, instance: ProductInstance): Promise<void> {
  const open = await tx.em.find(
    PaymentRule,
    { instance: instance.id, validity: { to: null } },
    { orderBy: { id: 'asc' } },
  );
  if (open.length === 0) return;
  for (const rule of open) rule.validity.to = tx.at;
  const accounts = await tx.em.find(Account, { id: { $in: open.map(({ account }) => account.id) } });
  for (const chargeItemType of new Set(open.map((rule) => rule.chargeItemType ?? null)))
    tellPaymentRules(tx, instance, accounts, { chargeItemType, shares: [] });
}
