import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { askApproval, onVerdict, withdrawApproval } from '../../kernel/process/index.js';
import type { FieldChange } from '../../kernel/record/index.js';
import type { Database } from '../../kernel/database/database.js';
import { defineParameter, ParameterType, wordsOf } from '../parameter/index.js';
import type { Party } from '../party/index.js';
import { applyCustomerChange } from './apply-customer-change.js';
import { CustomerType } from './customer-enums.js';
import type { CustomerChangeInput } from './customer.inputs.js';
import { Customer } from './customer.js';
import { heldFields } from './held-fields.js';

/** Kind of approval of a change of a customer (WFL-28). */
export const CUSTOMER_CHANGE = 'CUSTOMER_CHANGE';

/** Kind of approval of a service level that is given to a customer, by hand or by rules (WFL-28, WFL-93). */
export const CUSTOMER_LEVEL = 'CUSTOMER_LEVEL';

const keyFields = defineParameter({
  code: 'customer.approval.fields',
  name: 'Customer data that are changed with approval only',
  type: ParameterType.TEXT,
  description:
    'Names of fields as histories name them, or of what they belong to, with commas between, such as `name,customerType,serviceLevel` or `identifications` for everything done to identity documents; empty for none. Codes, accounts, contacts and the steps of the life cycle are not held.',
  words: heldFields,
  defaultValue: '',
});

const keyTypes = defineParameter({
  code: 'customer.approval.types',
  name: 'Customers whose data are changed with approval only',
  type: ParameterType.TEXT,
  description: 'Market groups, with commas between, before or after the change, such as `BIG,COMMERCIAL`.',
  words: Object.values(CustomerType),
  defaultValue: 'BIG',
});

/** For which customers a field, by its name, is changed with the approval of somebody else only. */
export async function isKeyField(
  tx: Transaction,
  field: string,
): Promise<(customer: Pick<Customer, 'customerType'>) => boolean> {
  if (!wordsOf(await keyFields.read(tx)).includes(field)) return () => false;
  const types = wordsOf(await keyTypes.read(tx));
  return ({ customerType }) => types.includes(customerType);
}

/** What a change would do, and to which customer. */
export interface ProposedChange {
  customerType: string;
  customerTypeBefore: string;
  /** Market groups of other customers whose data it changes, because they share the party. */
  others: readonly string[];
  /** Version of the customer that the change was tried on. */
  version: number;
  changes: readonly FieldChange[];
}

const isKeyAmong =
  (fields: readonly string[]) =>
  ({ field }: Pick<FieldChange, 'field'>): boolean =>
    fields.some((key) => field === key || field.endsWith(`.${key}`) || field.startsWith(`${key}.`));

/** Whether a change needs the approval of somebody else: that of a party does for every customer who shares it. */
export async function needsApproval(database: Pick<Database, 'pool'>, proposed: ProposedChange): Promise<boolean> {
  const fields = wordsOf(await keyFields.read(database));
  if (fields.length === 0) return false;
  const types = wordsOf(await keyTypes.read(database));
  if (![proposed.customerType, proposed.customerTypeBefore, ...proposed.others].some((type) => types.includes(type)))
    return false;
  return proposed.changes.some(isKeyAmong(fields));
}

/**
 * The customer for whom changes of a party need the approval of somebody else, the first of several, locked; null when there is none.
 * Who makes them by another way than that of a customer need not see it.
 */
export async function heldCustomerOf(
  tx: Transaction,
  party: Party,
  changes: readonly Pick<FieldChange, 'field'>[],
): Promise<Customer | null> {
  if (!changes.some(isKeyAmong(wordsOf(await keyFields.read(tx))))) return null;
  const types = wordsOf(await keyTypes.read(tx)) as CustomerType[];
  const theirs = { party: party.id, customerType: { $in: types }, mergedInto: null };
  const [held] = await tx.em.find(Customer, theirs, {
    orderBy: { id: 'asc' },
    limit: 1,
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  return held ?? null;
}

/** Market groups of the other customers who share the party of a customer. */
export async function typesOfSharers(tx: Transaction, customer: Customer): Promise<string[]> {
  const others = await tx.em.find(Customer, { party: customer.party.id, id: { $ne: customer.id }, mergedInto: null });
  return others.map(({ customerType }) => customerType);
}

/** Which approval allowed a change, and who proposed it; nothing when none was needed. */
export interface Approved {
  approvalNo?: string;
  proposedBy?: string;
}

/** What may be held of a customer besides changes of its fields: applies what was held, and answers what it changed. */
export type HeldStep = (
  tx: Transaction,
  customer: Customer,
  input: Record<string, unknown>,
  approved: Approved,
) => Promise<readonly FieldChange[]>;

/** By the name under which they are held; who holds them adds them when it is loaded. */
export const heldSteps = new Map<string, HeldStep>();

/** Holds a change of a locked customer until somebody else has approved it. Refused with APPROVAL_PENDING, at the path, while another one waits. */
export const holdChange = (
  tx: Transaction,
  customer: Customer,
  input: CustomerChangeInput,
  changes: readonly FieldChange[],
  path: InputPath = ['input', 'customerId'],
): Promise<void> => holdStep(tx, customer, undefined, input, changes, path);

/** The same for a step of another kind, one of {@link heldSteps}; undefined for changes of fields. */
export async function holdStep(
  tx: Transaction,
  customer: Customer,
  step: string | undefined,
  input: { reason?: string | null },
  changes: readonly FieldChange[],
  path: InputPath = ['input', 'customerId'],
): Promise<void> {
  // What histories hide stays hidden: only the held input has it in full, and nobody reads that.
  await askApproval(tx, {
    ...{ kind: CUSTOMER_CHANGE, subject: customer, title: `${customer.code} ${customer.name}` },
    reason: input.reason ?? null,
    changes: Object.fromEntries(changes.map((change) => [change.field, { old: change.old, new: change.new }])),
    held: JSON.parse(JSON.stringify({ step, input, changes })) as Record<string, unknown>,
    regionId: customer.region.id,
    variables: { customerType: customer.customerType, customerLevel: customer.serviceLevel },
    path,
  });
}

/** Takes back what is held of a locked customer who is one no longer, merged or cancelled; without any, does nothing (CUS-80, CUS-83). */
export async function withdrawHeldChange(tx: Transaction, customer: Customer, reason: string): Promise<void> {
  for (const kind of [CUSTOMER_CHANGE, CUSTOMER_LEVEL]) await withdrawApproval(tx, kind, customer, reason);
}

interface HeldChange {
  /** Name of one of {@link heldSteps}; absent for changes of fields. */
  step?: string;
  input: CustomerChangeInput;
  changes: FieldChange[];
}

function stepOf(name: string): HeldStep {
  const step = heldSteps.get(name);
  if (!step) throw new Error(`Nothing here takes the held step ${name}.`);
  return step;
}

onVerdict<Customer>(CUSTOMER_CHANGE, {
  subject: Customer,
  decided: async (tx, { subject: customer, result, held, approvalNo, askedBy }) => {
    if (result !== 'APPROVED') return;
    const { step, input, changes: proposed } = held as unknown as HeldChange;
    const before = new Map(proposed.map((change) => [change.field, JSON.stringify(change.old)]));
    const approved = { approvalNo, proposedBy: askedBy };
    const changes = step
      ? await stepOf(step)(tx, customer, input as unknown as Record<string, unknown>, approved)
      : await applyCustomerChange(tx, customer, input, approved);
    const overtaken = changes.find((change) => before.get(change.field) !== JSON.stringify(change.old));
    if (overtaken)
      refuse('VERSION_CONFLICT', 'This was changed since the change was proposed; propose it anew.', [], {
        field: overtaken.field,
      });
  },
});
