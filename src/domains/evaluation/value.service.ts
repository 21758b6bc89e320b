import { Decimal } from 'decimal.js';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { Money, TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Customer } from '../customer/index.js';
import { type EvaluationFacts, readEvaluationFacts, scanEvaluationFacts } from './evaluation-facts.js';
import { FoundBy } from './finding-enums.js';
import type { CustomerValueSetInput } from './finding.inputs.js';
import { valueHigh, valueLow } from './finding.parameters.js';
import { CustomerValue, ValueClass } from './value-class.js';

const APPLY = 'evaluation.values';

export const valueSchedule: Schedule = {
  name: APPLY,
  cron: '20 21 1 * *',
  job: APPLY,
  description: 'Classifies customers by what they spend and cost.',
};

/** Asks for all customers to be classified now (CUS-72). */
export const askForValues = (context: CallContext): Promise<boolean> =>
  context.database.write(context, async (tx) => {
    tx.enqueue({ name: APPLY, key: APPLY, queue: APPLY, payload: {} });
    return true;
  });

/** The class of a customer by spend and cost, and the standards. Spend on a standard lies between them (CUS-72). */
export function classOf(facts: Pick<EvaluationFacts, 'spend' | 'cost'>, low: string, high: string): ValueClass {
  const spend = new Decimal(facts.spend);
  if (spend.lt(low)) return spend.lt(facts.cost) ? ValueClass.LOW_LET_GO : ValueClass.LOW_KEEP;
  return spend.gt(high) ? ValueClass.HIGH : ValueClass.NORMAL;
}

/** Classifies all customers by the standards of now; what was decided by hand holds (CUS-72). */
export const applyValues = defineJob(APPLY, async (_payload, context, { signal }) => {
  const { database } = context;
  const [low, high] = [await valueLow.read(database), await valueHigh.read(database)];
  const criteria = `spend < ${low} low, > ${high} high; cost against spend`;
  for await (const batch of scanEvaluationFacts(database, database.clock(), signal))
    await database.write(context, async (tx) => {
      const byId = new Map(batch.map((facts) => [facts.id, facts]));
      const customers = await tx.em.find(
        Customer,
        { id: { $in: [...byId.keys()] } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      for (const customer of customers) {
        const facts = byId.get(customer.id)!;
        const present = await presentOf(tx, customer);
        const byHand = present?.decidedBy === FoundBy.MANUAL;
        if (byHand && (!present.heldUntil || present.heldUntil > tx.at)) continue;
        const valueClass = classOf(facts, low, high);
        if (present?.valueClass === valueClass && !byHand) continue;
        await decide(tx, customer, present, facts, { valueClass, criteria, decidedBy: FoundBy.AUTO, heldUntil: null });
      }
    });
});

const presentOf = (tx: Transaction, customer: Customer): Promise<CustomerValue | null> =>
  tx.em.findOne(CustomerValue, { customer: customer.id, validity: { to: null } }, { refresh: true });

async function decide(
  tx: Transaction,
  customer: Customer,
  present: CustomerValue | null,
  { spend, cost, currency }: EvaluationFacts,
  decision: Pick<CustomerValue, 'valueClass' | 'criteria' | 'decidedBy' | 'heldUntil'> & { valueNo?: string | null },
): Promise<CustomerValue> {
  // The old one ends before the new one begins: a customer has one at a time.
  if (present) present.validity = TimePeriod.since(present.validity.from, tx.at);
  await tx.em.flush();
  const value = tx.add(
    Object.assign(new CustomerValue(), {
      ...{ customer, ...decision, validity: TimePeriod.since(tx.at) },
      valueNo: decision.valueNo ?? formatNumber('CV', await takeNumber(tx, 'customer-value')),
      ...{ spend: Money.of(spend, currency), cost: Money.of(cost, currency) },
    }),
  );
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer-value.changed',
    subject: value,
    // Not told to the customer.
    regionId: customer.region.id,
    reason: decision.criteria,
    data: {
      ...{ customerId: tx.idOf(customer), from: present?.valueClass ?? null, to: decision.valueClass },
      decidedBy: decision.decidedBy,
    },
  });
  return value;
}

/** Classifies a customer by hand, such as one with a strong influence (CUS-72). */
export function setValue(context: CallContext, input: CustomerValueSetInput): Promise<CustomerValue> {
  return context.database.write(context, async (tx) => {
    const heldUntil = input.heldUntil ? new Date(input.heldUntil) : null;
    if (heldUntil && heldUntil <= tx.at) refuse('IN_PAST', 'The moment lies in the past.', ['input', 'heldUntil']);
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const [facts] = await readEvaluationFacts(context.database, [customer.id], tx.at);
    const { valueClass, reason: criteria, valueNo = null } = input;
    if (valueNo && (await tx.em.count(CustomerValue, { valueNo })) > 0)
      refuse('DUPLICATE', 'This number is taken.', ['input', 'valueNo']);
    const present = await presentOf(tx, customer);
    return decide(tx, customer, present, facts!, {
      valueClass,
      criteria,
      decidedBy: FoundBy.MANUAL,
      heldUntil,
      valueNo,
    });
  });
}
