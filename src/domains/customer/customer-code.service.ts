import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { CustomerCode, CustomerCodeLevel } from './customer-code.js';
import type { CustomerCodeAddInput, CustomerCodeInput } from './customer.inputs.js';
import { Customer } from './customer.js';
import { requireVerified } from './verification.js';

/** Adds a further code to a locked customer inside another operation (CUS-07). */
export async function addCode(
  tx: Transaction,
  customer: Customer,
  input: CustomerCodeInput,
  path: InputPath,
): Promise<CustomerCode> {
  if ((await tx.em.count(CustomerCode, { code: input.code })) > 0) {
    refuse('DUPLICATE', 'A customer with this code exists already.', [...path, 'code'], { code: input.code });
  }
  if (input.level === CustomerCodeLevel.LOCAL_NETWORK || (await hasLevel(tx, customer, input.level))) {
    refuse('DUPLICATE', 'The customer has a code in use at this level.', [...path, 'level'], { level: input.level });
  }
  const code = tx.add(
    Object.assign(new CustomerCode(), {
      code: input.code,
      customer,
      level: input.level,
      issuedBy: input.issuedBy ?? null,
      validity: TimePeriod.since(tx.at),
    }),
  );
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer.code.added',
    subject: code,
    customerId: customer.id,
    regionId: customer.region.id,
    data: { code: code.code, level: code.level },
  });
  return code;
}

async function hasLevel(tx: Transaction, customer: Customer, level: CustomerCodeLevel): Promise<boolean> {
  await tx.em.flush();
  return (await tx.em.count(CustomerCode, { customer, level, validity: { to: null } })) > 0;
}

/** Adds a further code to a customer. */
export async function addCodeTo(context: CallContext, input: CustomerCodeAddInput): Promise<CustomerCode> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await requireVerified(context, tx, customer, ['input', 'customerId']);
    return addCode(tx, customer, input, ['input']);
  });
}
