import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money, type MoneyInput } from '../../kernel/model/index.js';
import { Offering, requireCurrency } from '../catalogue/index.js';
import { ContactPerson, type Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { OpportunityInstance } from './opportunity-instance.js';
import { OpportunityLine } from './opportunity-line.js';
import { OPEN_OPPORTUNITY, NeedComplexity } from './opportunity.enums.js';
import type { OpportunityFacts, OpportunityLineInput } from './opportunity.inputs.js';
import { Opportunity } from './opportunity.js';

const VALID_DAYS = 90;
const DAY_MS = 86_400_000;

/** A line that was checked. */
export interface CheckedLine {
  offering: Offering;
  quantity: number;
  estimatedAmount: Money | null;
}

/** An amount that is not negative, in a currency that there is. */
export function amountOf(given: MoneyInput, path: InputPath): Money {
  requireCurrency(given.currency, [...path, 'currency']);
  if (new Decimal(given.amount).isNegative())
    refuse('TOO_SMALL', 'It is not negative.', [...path, 'amount'], { min: '0' });
  return Money.of(given.amount, given.currency);
}

/** The opportunity, locked; refuses with CLOSED one that has ended. */
export async function openOpportunity(tx: Transaction, id: string, path: InputPath): Promise<Opportunity> {
  const opportunity = await tx.get(Opportunity, id, path);
  if (!OPEN_OPPORTUNITY.includes(opportunity.status))
    refuse('CLOSED', 'The opportunity has ended.', path, { state: opportunity.status });
  return opportunity;
}

/** What an opportunity is expected to bring, by its probability. */
export function weigh(opportunity: Opportunity): void {
  const { expectedAmount, probability } = opportunity;
  opportunity.weightedAmount = expectedAmount
    ? new Decimal(expectedAmount.amount).times(probability).div(100).toFixed()
    : null;
}

/** Checks the offerings that an opportunity is about. */
export async function checkLines(
  tx: Transaction,
  lines: readonly OpportunityLineInput[],
  currency: string | null,
  path: InputPath,
): Promise<CheckedLine[]> {
  const checked: CheckedLine[] = [];
  let agreed = currency;
  for (const [index, { offeringId, quantity, estimatedAmount }] of lines.entries()) {
    const offering = await tx.get(Offering, offeringId, [...path, index, 'offeringId'], { lock: false });
    if (checked.some((other) => other.offering.id === offering.id))
      refuse('DUPLICATE', 'The offering stands in the list twice.', [...path, index, 'offeringId']);
    const at = [...path, index, 'estimatedAmount'];
    const amount = estimatedAmount ? amountOf(estimatedAmount, at) : null;
    agreed ??= amount?.currency ?? null;
    if (amount && amount.currency !== agreed)
      refuse('CONTRADICTORY', `The amounts of the opportunity are in ${agreed}.`, [...at, 'currency'], {
        currency: agreed,
      });
    checked.push({ offering, quantity: quantity ?? 1, estimatedAmount: amount });
  }
  return checked;
}

/** Puts offerings in the place of those that there were. */
export async function setLines(
  tx: Transaction,
  opportunity: Opportunity,
  lines: readonly CheckedLine[],
): Promise<void> {
  await tx.em.nativeDelete(OpportunityLine, { opportunity: opportunity.id });
  for (const { offering, quantity, estimatedAmount } of lines)
    tx.add(Object.assign(new OpportunityLine(), { opportunity, offering, quantity, estimatedAmount }));
}

/** Puts product instances of the customer in the place of those that there were. */
export async function setInstances(
  tx: Transaction,
  opportunity: Opportunity,
  ids: readonly string[],
  path: InputPath,
): Promise<void> {
  const found: ProductInstance[] = [];
  for (const [index, id] of ids.entries()) {
    const instance = await tx.get(ProductInstance, id, [...path, index], { lock: false });
    if (instance.customer.id !== opportunity.customer.id)
      refuse('NOT_OF_CUSTOMER', 'The product instance belongs to somebody else.', [...path, index]);
    found.push(instance);
  }
  await tx.em.nativeDelete(OpportunityInstance, { opportunity: opportunity.id });
  for (const productInstance of found)
    tx.add(Object.assign(new OpportunityInstance(), { opportunity, productInstance }));
}

/** What a new opportunity has where nothing is said. */
export const blankFacts = (at: Date) => ({
  ...{
    sourceChannel: null,
    provider: null,
    decisionMaker: null,
    need: null,
    complexity: NeedComplexity.COMPLEX,
    major: false,
    competitors: [] as string[],
  },
  ...{ probability: 0, expectedAmount: null, expectedCloseOn: null, forecastNote: null },
  validUntil: new Date(at.getTime() + VALID_DAYS * DAY_MS),
});

/** Checks what is said about an opportunity; what is left out is undefined. */
export async function checkFacts(tx: Transaction, customer: Customer, input: OpportunityFacts) {
  const {
    sourceChannel,
    provider,
    need,
    complexity,
    major,
    competitors,
    probability,
    expectedCloseOn,
    forecastNote,
    validUntil,
  } = input;
  const given = {
    sourceChannel,
    provider,
    need,
    complexity,
    major,
    competitors,
    probability,
    expectedCloseOn,
    forecastNote,
  };
  if (expectedCloseOn && expectedCloseOn < tx.at.toISOString().slice(0, 10))
    refuse('IN_THE_PAST', 'This day is over.', ['input', 'expectedCloseOn']);
  if (validUntil && new Date(validUntil) <= tx.at)
    refuse('IN_THE_PAST', 'This moment is over.', ['input', 'validUntil']);
  return Object.fromEntries(
    Object.entries({
      ...given,
      ...(input.decisionMakerId ? { decisionMaker: await contactOf(tx, customer, input.decisionMakerId) } : {}),
      ...(input.expectedAmount ? { expectedAmount: amountOf(input.expectedAmount, ['input', 'expectedAmount']) } : {}),
      ...(validUntil ? { validUntil: new Date(validUntil) } : {}),
    }).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<Opportunity>;
}

async function contactOf(tx: Transaction, customer: Customer, id: string): Promise<ContactPerson> {
  const path = ['input', 'decisionMakerId'];
  const contact = await tx.get(ContactPerson, id, path, { lock: false });
  if (contact.customer.id !== customer.id)
    refuse('NOT_OF_CUSTOMER', 'The person is no contact of this customer.', path);
  return contact;
}
