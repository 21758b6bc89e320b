import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { CustomerCode, CustomerCodeLevel } from './customer-code.js';
import type {
  CustomerCodeAddInput,
  CustomerCodeCorrectInput,
  CustomerCodeEndInput,
  CustomerCodeInput,
} from './customer.inputs.js';
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

/**
 * Ends a code of another level without one in its place (CUS-07). It is never used again, and leads to the customer further on (CUS-06).
 * Refuses with INVALID_STATE when it is not in use, and with CONTRADICTION for the code that was given here.
 */
export async function endCode(context: CallContext, input: CustomerCodeEndInput): Promise<CustomerCode> {
  return context.database.write(context, async (tx) => {
    const { code, customer } = await codeOfOthers(context, tx, input.customerCodeId);
    code.validity = TimePeriod.since(code.validity.from, tx.at);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.code.ended',
      subject: code,
      customerId: customer.id,
      regionId: customer.region.id,
      reason: input.reason,
      data: { code: code.code, level: code.level, successor: null },
    });
    return code;
  });
}

/**
 * Puts the right code in the place of one that was taken down wrongly (CUS-07): what was never the customer's leads there no longer, and may
 * be somebody else's. Refuses like {@link endCode}, and with DUPLICATE for a code that there is.
 */
export async function correctCode(context: CallContext, input: CustomerCodeCorrectInput): Promise<CustomerCode> {
  return context.database.write(context, async (tx) => {
    const { code, customer } = await codeOfOthers(context, tx, input.customerCodeId);
    const known = await tx.em.count(CustomerCode, { code: input.code, id: { $ne: code.id } });
    if (known > 0)
      refuse('DUPLICATE', 'A customer with this code exists already.', ['input', 'code'], { code: input.code });
    const { issuedBy } = input;
    const changes = applyChanges(code, { code: input.code, issuedBy });
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'customer.code.corrected',
        subject: code,
        customerId: customer.id,
        regionId: customer.region.id,
        reason: input.reason,
        data: { changes },
      });
    return code;
  });
}

/** A code in use that others gave, and its customer, locked first. */
async function codeOfOthers(
  context: CallContext,
  tx: Transaction,
  id: string,
): Promise<{ code: CustomerCode; customer: Customer }> {
  const path = ['input', 'customerCodeId'];
  const seen = await tx.get(CustomerCode, id, path, { lock: false });
  const customer =
    (await tx.find(Customer, seen.customer.id)) ?? refuse('NOT_FOUND', 'There is no CustomerCode with this id.', path);
  await requireVerified(context, tx, customer, path);
  const code = await tx.get(CustomerCode, id, path);
  if (code.level === CustomerCodeLevel.LOCAL_NETWORK)
    refuse('CONTRADICTION', 'Codes of the local network are given here, for good.', path, { level: code.level });
  if (code.validity.to)
    refuse('INVALID_STATE', 'The code is not in use any more.', path, { endedAt: code.validity.to });
  return { code, customer };
}
