import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { activeEmployee } from '../organisation/index.js';
import { amountOf, type CheckedLine, checkLines, openOpportunity, setLines } from './opportunity-content.js';
import { OpportunityInstance } from './opportunity-instance.js';
import { relate } from './opportunity-relate.js';
import { OpportunityRelationKind } from './opportunity.enums.js';
import type {
  OpportunityConvertInput,
  OpportunityMergeInput,
  OpportunityPartInput,
  OpportunitySplitInput,
} from './opportunity.inputs.js';
import { opportunityLifecycle } from './opportunity.lifecycle.js';
import type { Opportunity } from './opportunity.js';
import { beginOpportunity, linesOf, refuseLeft } from './opportunity.service.js';

/** What goes on with one that arises from another; its number, its state and its history begin anew. */
const inherited = (from: Opportunity) => {
  const { customer, intention, source, decisionMaker, need, complexity, major, competitors, probability } = from;
  const { expectedCloseOn, forecastNote, validUntil, campaignEvent, contactEvent, cancelledOrder, seller } = from;
  const { sourceChannel, provider, team } = from;
  return {
    ...{ customer, intention, source, decisionMaker, need, complexity, major, competitors, probability },
    ...{ expectedCloseOn, forecastNote, validUntil, campaignEvent, contactEvent, cancelledOrder, seller },
    ...{ sourceChannel, provider, team },
  };
};

/** Ends one with which others go on. */
async function supersede(tx: Transaction, opportunity: Opportunity, note: string | null): Promise<void> {
  await opportunityLifecycle.move(tx, opportunity, 'SUPERSEDE', { reason: note });
  Object.assign(opportunity, { closedAt: tx.at, closeNote: note, version: opportunity.version + 1 });
}

/** Product instances of some go on with one that arises; `admit` leaves out those of another customer. */
async function takeInstances(tx: Transaction, from: readonly Opportunity[], to: Opportunity): Promise<void> {
  const rows = await tx.em.find(OpportunityInstance, { opportunity: { $in: from.map(({ id }) => id) } });
  const seen = new Set<string>();
  for (const { productInstance } of rows) {
    if (seen.has(productInstance.id)) continue;
    seen.add(productInstance.id);
    tx.add(Object.assign(new OpportunityInstance(), { opportunity: to, productInstance }));
  }
}

/** Splits an opportunity: each of its offerings goes to one part, and the parts make up its amount (SAL-04). */
export function splitOpportunity(context: CallContext, input: OpportunitySplitInput): Promise<Opportunity[]> {
  return context.database.write(context, async (tx) => {
    const opportunity = await openOpportunity(tx, input.opportunityId, ['input', 'opportunityId']);
    const { customer } = await tx.em.populate(opportunity, ['customer']).then(() => opportunity);
    const reason = input.reason ?? null;
    const shares = sharesOf(tx, await linesOf(tx, opportunity), input.parts);
    const amounts = amountsOf(opportunity, input);
    const parts: Opportunity[] = [];
    for (const [index, { name, sellerId }] of input.parts.entries()) {
      const seller = sellerId
        ? { seller: await activeEmployee(tx, sellerId, ['input', 'parts', index, 'sellerId']) }
        : {};
      const values = { ...inherited(opportunity), customer, name, expectedAmount: amounts[index] ?? null, ...seller };
      const part = await beginOpportunity(tx, values, reason);
      await setLines(tx, part, shares[index]!);
      await takeInstances(tx, [opportunity], part);
      parts.push(part);
    }
    relate(tx, OpportunityRelationKind.SPLIT_FROM, [opportunity], parts, reason);
    await supersede(tx, opportunity, reason);
    return parts;
  });
}

function sharesOf(
  tx: Transaction,
  lines: readonly CheckedLine[],
  parts: readonly OpportunityPartInput[],
): CheckedLine[][] {
  const given = new Set<string>();
  const shares = parts.map(({ offeringIds }, part) =>
    offeringIds.map((id, index) => {
      const path = ['input', 'parts', part, 'offeringIds', index];
      if (given.has(id)) refuse('DUPLICATE', 'Another part takes over this offering.', path);
      given.add(id);
      return (
        lines.find(({ offering }) => tx.idOf(offering) === id) ??
        refuse('NOT_FOUND', 'The opportunity is not about this offering.', path)
      );
    }),
  );
  const left = lines.filter(({ offering }) => !given.has(tx.idOf(offering))).map(({ offering }) => offering.code);
  if (left.length > 0)
    refuse('REQUIRED', `No part takes over ${left.join(', ')}.`, ['input', 'parts'], { offerings: left });
  return shares;
}

/** Amounts of the parts; what they do not make up, or make up too much, is explained. */
function amountsOf({ expectedAmount }: Opportunity, { parts, reason }: OpportunitySplitInput): (Money | null)[] {
  const amounts = parts.map(({ expectedAmount: part }, index) => {
    const path = ['input', 'parts', index, 'expectedAmount'];
    const amount = part ? amountOf(part, path) : null;
    if (amount && expectedAmount && amount.currency !== expectedAmount.currency)
      refuse('CONTRADICTORY', `The opportunity is in ${expectedAmount.currency}.`, [...path, 'currency']);
    return amount;
  });
  const sum = amounts.reduce((total, part) => total.plus(part?.amount ?? 0), new Decimal(0));
  if (!reason && !sum.eq(expectedAmount?.amount ?? 0))
    refuse('REQUIRED', 'The parts do not make up the expected amount; why?', ['input', 'reason'], {
      expected: expectedAmount?.amount ?? '0',
      parts: sum.toFixed(),
    });
  return amounts;
}

/** Merges opportunities of one customer into a new one (SAL-04). */
export function mergeOpportunities(context: CallContext, input: OpportunityMergeInput): Promise<Opportunity> {
  return context.database.write(context, async (tx) => {
    const merged: Opportunity[] = [];
    const order = input.opportunityIds.map((id, index) => ({ id, index })).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { id, index } of order)
      merged[index] = await openOpportunity(tx, id, ['input', 'opportunityIds', index]);
    const first = merged[0]!;
    const currency = merged.find(({ expectedAmount }) => expectedAmount)?.expectedAmount?.currency;
    for (const [index, other] of merged.entries()) {
      const path = ['input', 'opportunityIds', index];
      if (other.customer.id !== first.customer.id)
        refuse('NOT_OF_CUSTOMER', 'It is an opportunity with another customer.', path);
      if (other.intention !== first.intention) refuse('CONTRADICTORY', 'Its intention is another one.', path);
      if (other.expectedAmount && other.expectedAmount.currency !== currency)
        refuse('CONTRADICTORY', `Its amount is not in ${currency}.`, path);
    }
    await tx.em.populate(first, ['customer']);
    const opportunity = await beginOpportunity(
      tx,
      { ...inherited(first), ...(await together(tx, merged, input)) } as never,
      input.reason ?? null,
    );
    await setLines(tx, opportunity, await unitedLines(tx, merged));
    await takeInstances(tx, merged, opportunity);
    relate(tx, OpportunityRelationKind.MERGED_FROM, merged, [opportunity], input.reason ?? null);
    for (const each of merged) await supersede(tx, each, input.reason ?? null);
    return opportunity;
  });
}

/** What a merged opportunity has of all its parts: the sum, the mean probability by amount, the first day, the last validity. */
async function together(
  tx: Transaction,
  merged: readonly Opportunity[],
  { name, sellerId }: OpportunityMergeInput,
): Promise<Partial<Opportunity>> {
  const first = merged[0]!;
  const sum = (of: (each: Opportunity) => Decimal.Value) =>
    merged.reduce((total, each) => total.plus(of(each)), new Decimal(0));
  const amounts = merged.flatMap(({ expectedAmount }) => expectedAmount ?? []);
  const amount = sum(({ expectedAmount }) => expectedAmount?.amount ?? 0);
  const weighted = sum(({ weightedAmount }) => weightedAmount ?? 0);
  const days = merged.flatMap(({ expectedCloseOn }) => expectedCloseOn ?? []).sort();
  const needs = merged.flatMap(({ need }) => need ?? []);
  const mean = amount.gt(0)
    ? weighted.times(100).div(amount)
    : sum(({ probability }) => probability).div(merged.length);
  return {
    name: name ?? first.name,
    probability: mean.round().toNumber(),
    expectedAmount: amounts[0] ? Money.of(amount.toFixed(), amounts[0].currency) : null,
    expectedCloseOn: days[0] ?? null,
    need: needs.length > 0 ? needs.join('\n\n').slice(0, 4000) : null,
    validUntil: new Date(Math.max(...merged.map(({ validUntil }) => validUntil.getTime()))),
    major: merged.some(({ major }) => major),
    competitors: [...new Set(merged.flatMap(({ competitors }) => competitors))],
    ...(sellerId ? { seller: await activeEmployee(tx, sellerId, ['input', 'sellerId']) } : {}),
  };
}

async function unitedLines(tx: Transaction, merged: readonly Opportunity[]): Promise<CheckedLine[]> {
  const united = new Map<string, CheckedLine>();
  for (const opportunity of merged)
    for (const line of await linesOf(tx, opportunity)) {
      const same = united.get(line.offering.id);
      const amounts = [same?.estimatedAmount, line.estimatedAmount].flatMap((each) => each ?? []);
      const agree = amounts.every(({ currency }) => currency === amounts[0]!.currency);
      const total = amounts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed();
      united.set(line.offering.id, {
        offering: line.offering,
        quantity: line.quantity + (same?.quantity ?? 0),
        estimatedAmount: amounts[0] && agree ? Money.of(total, amounts[0].currency) : null,
      });
    }
  return [...united.values()];
}

/** Goes on with another customer or other offerings: a new opportunity (SAL-04). */
export function convertOpportunity(context: CallContext, input: OpportunityConvertInput): Promise<Opportunity> {
  return context.database.write(context, async (tx) => {
    const opportunity = await openOpportunity(tx, input.opportunityId, ['input', 'opportunityId']);
    const { customerId, lines, reason } = input;
    if (!customerId && !lines) refuse('REQUIRED', 'To which customer, or to which offerings?', ['input', 'lines']);
    const customer = customerId
      ? await tx.get(Customer, customerId, ['input', 'customerId'], { lock: false })
      : await tx.em.findOneOrFail(Customer, opportunity.customer.id);
    refuseLeft(customer, ['input', 'customerId']);
    const other = customer.id !== opportunity.customer.id;
    const { name, expectedAmount = null } = opportunity;
    const checked = lines
      ? await checkLines(tx, lines, expectedAmount?.currency ?? null, ['input', 'lines'])
      : await linesOf(tx, opportunity);
    // Persons, contacts and orders of one customer are none of another.
    const unknown = other ? { decisionMaker: null, campaignEvent: null, contactEvent: null, cancelledOrder: null } : {};
    const values = { ...inherited(opportunity), ...unknown, customer, name, expectedAmount };
    const converted = await beginOpportunity(tx, values as never, reason);
    await setLines(tx, converted, checked);
    if (!other) await takeInstances(tx, [opportunity], converted);
    relate(tx, OpportunityRelationKind.CONVERTED_FROM, [opportunity], [converted], reason);
    await supersede(tx, opportunity, reason);
    return converted;
  });
}
