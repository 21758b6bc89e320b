import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { Customer, isKeyField } from '../customer/index.js';
import { activeEmployee, Employee } from '../organisation/index.js';
import { lockCustomers } from './place-customers.js';

@Input('An account manager for several customers, such as those of a target list (CUS-23, CUS-97).')
export class CustomerManagerAssignInput {
  @IdListInput(() => Customer, { description: 'The customers.', max: 500 })
  customerIds!: string[];

  @IdInput(() => Employee, { description: 'Who becomes responsible for them; must be active (NOT_ACTIVE).' })
  managerId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

/** Makes an employee responsible for customers, all or none; refused with APPROVAL_NEEDED where that is changed with approval only (WFL-28). */
export function assignManager(context: CallContext, input: CustomerManagerAssignInput): Promise<Customer[]> {
  return context.database.write(context, async (tx) => {
    const manager = await activeEmployee(tx, input.managerId, ['input', 'managerId']);
    const ids: string[] = [];
    for (const [index, id] of input.customerIds.entries())
      ids.push((await tx.get(Customer, id, ['input', 'customerIds', index], { lock: false })).id);
    const customers = await lockCustomers(tx, ids);
    const needsApproval = await isKeyField(tx, 'accountManager');
    for (const customer of customers)
      if (needsApproval(customer) && customer.accountManager?.id !== manager.id)
        refuse('APPROVAL_NEEDED', 'This customer gets another manager with approval only: change the customer.', [
          ...['input', 'customerIds', ids.indexOf(customer.id)],
        ]);
    for (const customer of customers) setManager(tx, customer, manager, { reason: input.reason, auto: false });
    return customers;
  });
}

/** Sets the manager of a locked customer and tells of it (CUS-23). */
export function setManager(
  tx: Transaction,
  customer: Customer,
  manager: Employee,
  { reason, auto }: { reason: string; auto: boolean },
): void {
  const before = customer.accountManager ?? null;
  if (before?.id === manager.id) return;
  customer.accountManager = manager;
  customer.version++;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer.manager.changed',
    subject: customer,
    customerId: customer.id,
    regionId: customer.region.id,
    reason,
    data: { from: before && tx.idOf(before), to: tx.idOf(manager), auto },
  });
}
