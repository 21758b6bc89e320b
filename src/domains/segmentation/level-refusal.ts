import { createHash } from 'node:crypto';
import type { Customer, LevelRefusal, ServiceLevel } from '../customer/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';
import type { CustomerFacts } from './customer-facts.js';
import { picked, type RuleReading } from './rule-reading.js';

/** For how long a refused proposal is not made again. */
export const refusalDays = defineParameter({
  code: 'customer.level.refusal.days',
  name: 'How long a refused service level is not proposed again',
  type: ParameterType.INT,
  unit: 'day',
  description:
    'For how many days rules do not propose a service level again that somebody refused to a customer, while the customer has the same level as then and what the rules read of the customer is the same, but for age and months in the network, which change by themselves (CUS-87, WFL-93); 0: it is proposed at each run of the rules.',
  bounds: { min: '0', max: '3650' },
  defaultValue: 365,
});

/** What changes by the mere passing of time says nothing new. */
const PASSING = new Set(['age', 'months']);

/** A digest of what rules read of a customer, by which a proposal is known that would be made for the same reasons. */
export function factsDigest(variables: CustomerFacts['variables'], reading: RuleReading): string {
  const { customer } = picked(variables, reading) as CustomerFacts['variables'];
  const facts = Object.entries(customer)
    .filter(([name]) => !PASSING.has(name))
    // Some lists have no order of their own.
    .map(([name, value]) => [name, Array.isArray(value) ? value.map(String).toSorted() : value] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
}

/** What is remembered of the refusal of a level that rules proposed for facts. */
export const refusalOf = (
  customer: Customer,
  { level, facts }: { level: ServiceLevel; facts: string },
  at: Date,
): LevelRefusal => ({ level, from: customer.serviceLevel, facts, at: at.toISOString() });

/** Whether the level was refused to the customer for the same facts, less than so many days ago. */
export function isRefused(
  { levelRefusal, serviceLevel }: Customer,
  { level, facts }: { level: ServiceLevel; facts: string },
  at: Date,
  days: number,
): boolean {
  if (!levelRefusal || levelRefusal.level !== level) return false;
  if (levelRefusal.from !== serviceLevel || levelRefusal.facts !== facts) return false;
  return Date.parse(levelRefusal.at) + days * 86_400_000 > at.getTime();
}
