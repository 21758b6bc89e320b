import type { CallContext } from '../../kernel/database/context.js';
import { Refusal, userError } from '../../kernel/errors/index.js';
import { expectVersion, type FieldChange } from '../../kernel/record/index.js';
import { applyCustomerChange } from './apply-customer-change.js';
import { CustomerStep, type CustomerChangeInput, type CustomerMoveInput } from './customer.inputs.js';
import { promptsAfter } from './attribute-linkage.service.js';
import { holdChange, needsApproval, type ProposedChange, typesOfSharers } from './customer-change-approval.js';
import { customerLifecycle } from './customer.lifecycle.js';
import { Customer } from './customer.js';
import { requireVerified } from './verification.js';

/** What customers may change of themselves. */
const ownFields = new Set([
  'customerId',
  'expectedVersion',
  'individual',
  'organization',
  'serviceAddress',
  'operators',
  'reason',
]);

/** A customer that was changed, and the fields to look at again after it (CUS-28). */
export interface ChangedCustomer {
  customer: Customer;
  prompts: string[];
  /** The change waits for approval: nothing of it has happened yet. */
  held?: boolean;
}

/** Ends a trial of a change without writing it. */
class Tried extends Error {
  constructor(readonly proposed: ProposedChange) {
    super('This change needs approval.');
  }
}

/** Somebody else changed the customer between the trial and what follows it. */
class Overtaken extends Error {}

/**
 * Changes a customer and its party (CUS-29: every changed field stands in the history). What needs approval is tried, and then held until
 * somebody else approves it (WFL-28).
 */
export async function changeCustomer(context: CallContext, input: CustomerChangeInput): Promise<ChangedCustomer> {
  for (;;) {
    try {
      return await changeNow(context, input);
    } catch (error) {
      if (!(error instanceof Tried)) throw error;
      try {
        return await hold(context, input, error.proposed);
      } catch (late) {
        if (!(late instanceof Overtaken)) throw late;
      }
    }
  }
}

function changeNow(context: CallContext, input: CustomerChangeInput): Promise<ChangedCustomer> {
  return context.database.write(context, async (tx) => {
    if (tx.caller.kind === 'CUSTOMER') refuseForeignFields(input);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    await requireVerified(context, tx, customer, ['input', 'customerId']);
    expectVersion(customer, input.expectedVersion, ['input', 'expectedVersion']);
    const { version, customerType: customerTypeBefore } = customer;
    const changes = await applyCustomerChange(tx, customer, input);
    const proposed = {
      ...{ version, customerTypeBefore, customerType: customer.customerType, changes },
      others: changesParty(changes) ? await typesOfSharers(tx, customer) : [],
    };
    if (await needsApproval(context.database, proposed)) throw new Tried(proposed);
    return { customer, prompts: changes.length === 0 ? [] : await promptsAfter(tx, changes) };
  });
}

/** Whether changes are of the party, which other customers may share. */
const changesParty = (changes: readonly FieldChange[]): boolean =>
  changes.some(({ field }) => field === 'name' || /^(individual|organization)\./.test(field));

function hold(
  context: CallContext,
  input: CustomerChangeInput,
  { version, changes }: ProposedChange,
): Promise<ChangedCustomer> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    if (customer.version !== version) throw new Overtaken('Try again.');
    await holdChange(tx, customer, input, changes);
    return { customer, prompts: [], held: true };
  });
}

function refuseForeignFields(input: CustomerChangeInput): void {
  const foreign = Object.entries(input).filter(([field, value]) => value !== undefined && !ownFields.has(field));
  if (foreign.length > 0) {
    throw new Refusal(
      foreign.map(([field]) => userError('FORBIDDEN', 'Only staff may change this.', ['input', field])),
    );
  }
}

const actions = {
  [CustomerStep.ENTER]: 'enter',
  [CustomerStep.LEAVE]: 'leave',
  [CustomerStep.WIN_BACK]: 'winBack',
} as const;

/** Takes a step of the life cycle by hand, with a reason (CUS-17). */
export async function moveCustomer(context: CallContext, input: CustomerMoveInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'customerId'];
    const customer = await tx.get(Customer, input.customerId, path);
    const { reason } = input;
    await customerLifecycle.move(tx, customer, actions[input.step], { reason, path, data: { manual: true } });
    return customer;
  });
}
