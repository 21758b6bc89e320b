import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { PartyIdentification } from '../party/index.js';
import { heldSteps, holdStep, needsApproval, typesOfSharers } from './customer-change-approval.js';
import type {
  CustomerIdentificationAddInput,
  CustomerIdentificationCorrectInput,
  CustomerIdentificationEndInput,
  CustomerIdentificationRenewInput,
} from './customer-identification.inputs.js';
import { Customer } from './customer.js';
import { type Plan, planAdding, planCorrection, planEnd, planRenewal } from './identification-plans.js';
import { requireVerified } from './verification.js';

/** An identity document after a step with it. */
export interface SteppedIdentification {
  customer: Customer;
  /** Absent while the adding of it waits for approval. */
  identification?: PartyIdentification;
  /** The step waits for approval: nothing of it has happened yet. */
  held?: boolean;
}

interface StepInput {
  customerId: string;
  reason?: string | null;
}

/** Declares a step: taken at once, or held until somebody else has approved it and then looked at anew (WFL-28). */
function step<Input extends StepInput>(
  name: string,
  plan: (tx: Transaction, customer: Customer, input: Input) => Promise<Plan>,
): (context: CallContext, input: Input) => Promise<SteppedIdentification> {
  heldSteps.set(name, async (tx, customer, held, approved) => {
    const { changes, apply } = await plan(tx, customer, held as unknown as Input);
    if (changes.length > 0) await apply(approved);
    return changes;
  });
  return (context, input) =>
    context.database.write(context, async (tx) => {
      const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
      await requireVerified(context, tx, customer, ['input', 'customerId']);
      const { document, changes, apply } = await plan(tx, customer, input);
      const stays = { customer, ...(document ? { identification: document } : {}) };
      if (changes.length === 0) return stays;
      const { customerType, version } = customer;
      const others = await typesOfSharers(tx, customer);
      if (await needsApproval(tx, { customerType, customerTypeBefore: customerType, others, version, changes })) {
        await holdStep(tx, customer, name, input, changes);
        return { ...stays, held: true };
      }
      return { customer, identification: await apply({}) };
    });
}

/** Adds an identity document to the party of a customer (CUS-12). The number is masked in the history. */
export const addCustomerIdentification = step<CustomerIdentificationAddInput>('identification.add', planAdding);

/** Takes down the new validity of a renewed document (CUS-12). */
export const renewCustomerIdentification = step<CustomerIdentificationRenewInput>('identification.renew', planRenewal);

/** Corrects what was taken down of a document; it is checked as a new one is (CUS-12). */
export const correctCustomerIdentification = step<CustomerIdentificationCorrectInput>(
  'identification.correct',
  planCorrection,
);

/** Ends a document (CUS-12). */
export const endCustomerIdentification = step<CustomerIdentificationEndInput>('identification.end', planEnd);
