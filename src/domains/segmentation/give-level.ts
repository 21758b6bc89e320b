import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import {
  type ApprovalRequest,
  type Approved,
  askApproval,
  changeOrHold,
  holding,
  keepAsking,
  onChangeVerdicts,
  type Saved,
} from '../../kernel/process/index.js';
import type { FieldChange } from '../../kernel/record/index.js';
import { Customer, CUSTOMER_LEVEL, isKeyField, type ServiceLevel } from '../customer/index.js';
import type { CustomerLevelSetInput } from './level.inputs.js';
import { refusalOf } from './level-refusal.js';

/** A level as it is given to a customer, or proposed. */
export interface GivenLevel {
  level: ServiceLevel;
  /** Until when rules leave it, as text of ISO 8601; null for not at all. */
  heldUntil: string | null;
  /** Whether a rule gives it. */
  auto: boolean;
  /** Why, or the name of the rule. */
  reason: string | null;
}

const CUSTOMER = ['input', 'customerId'];

/**
 * Gives a customer a level by hand, up or down (CUS-87). Where levels are data that are changed with approval only, it is held until somebody
 * else has approved it (WFL-28, WFL-93).
 */
export function setLevel(context: CallContext, input: CustomerLevelSetInput): Promise<Saved<Customer>> {
  const { reason, serviceLevel: level } = input;
  const heldUntil = input.heldUntil ? new Date(input.heldUntil).toISOString() : null;
  const given: GivenLevel = { level, heldUntil, auto: false, reason };
  return changeOrHold(
    context,
    async (tx) => {
      const customer = await tx.get(Customer, input.customerId, CUSTOMER);
      if (heldUntil && new Date(heldUntil) <= tx.at)
        refuse('IN_PAST', 'The moment lies in the past.', ['input', 'heldUntil']);
      const changes = giveLevel(tx, customer, given, null);
      const changed = changes.some(({ field }) => field === 'serviceLevel');
      return { item: customer, changes, sold: changed && (await isKeyField(tx, 'serviceLevel'))(customer) };
    },
    async (tx, changes) => {
      const customer = await tx.get(Customer, input.customerId, CUSTOMER);
      await askApproval(tx, levelApproval(customer, given, changes));
      return customer;
    },
  );
}

/**
 * Asks for the approval of a level that a rule gives to a locked customer, unless one waits for it already.
 * @param facts digest of what the rules read of the customer
 */
export const proposeLevel = (tx: Transaction, customer: Customer, given: GivenLevel, facts: string): Promise<void> =>
  keepAsking(tx, levelApproval(customer, given, changesBy(customer, given), facts));

/** What a level would change. */
function changesBy(customer: Customer, { level, heldUntil }: GivenLevel): FieldChange[] {
  const held = customer.levelHeldUntil?.toISOString() ?? null;
  return [
    ...(customer.serviceLevel === level ? [] : [{ field: 'serviceLevel', old: customer.serviceLevel, new: level }]),
    ...(held === heldUntil ? [] : [{ field: 'levelHeldUntil', old: held, new: heldUntil }]),
  ];
}

const levelApproval = (
  customer: Customer,
  given: GivenLevel,
  changes: readonly FieldChange[],
  facts: string | null = null,
): ApprovalRequest => ({
  ...{ kind: CUSTOMER_LEVEL, subject: customer, title: `${customer.code} ${customer.name}`, reason: given.reason },
  ...holding(changes, { given, facts }),
  regionId: customer.region.id,
  variables: { customerType: customer.customerType, customerLevel: given.level },
  path: CUSTOMER,
});

/** Gives a locked customer a level. @returns what became different */
export function giveLevel(
  tx: Transaction,
  customer: Customer,
  given: GivenLevel,
  approved: Approved | null,
): FieldChange[] {
  const changes = changesBy(customer, given);
  const { level, auto, reason } = given;
  const from = customer.serviceLevel;
  customer.levelHeldUntil = given.heldUntil ? new Date(given.heldUntil) : null;
  if (from === level) return changes;
  customer.serviceLevel = level;
  customer.levelRefusal = null;
  customer.version++;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer.level.changed',
    subject: customer,
    customerId: customer.id,
    regionId: customer.region.id,
    reason,
    data: { from, to: level, auto, heldUntil: given.heldUntil, ...approved },
  });
  return changes;
}

onChangeVerdicts<Customer, { given: GivenLevel; facts?: string | null }>(CUSTOMER_LEVEL, {
  subject: Customer,
  make: (tx, { given }, approved, customer) => Promise.resolve({ changes: giveLevel(tx, customer, given, approved) }),
  refused: (tx, { given: { level }, facts }, customer) => {
    if (facts) customer.levelRefusal = refusalOf(customer, { level, facts }, tx.at);
  },
});
