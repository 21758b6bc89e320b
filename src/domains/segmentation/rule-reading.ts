import { type CustomerFacts, customerFields } from './customer-facts.js';

/** What rules read of a customer. */
export interface RuleReading {
  /** Fields of `customer`; null for all: a rule takes it as a whole. */
  fields: ReadonlySet<string> | null;
  /** Names in the rules, of variables and whatever else. */
  words: ReadonlySet<string>;
  /** Whether they yield the same for the same values, whenever they are evaluated. */
  steady: boolean;
}

/** The customer other than for one field of it. */
const WHOLE = /\bcustomer\b(?!\s*\.\s*[A-Za-z_])/;

/** What these rules read at most, by the names in them: text that only looks like a name costs a reading, and loses nothing. */
export function readingOf(rules: readonly string[]): RuleReading {
  const text = rules.join('\n');
  const words = new Set(text.match(/[A-Za-z_]\w*/g) ?? []);
  const fields = WHOLE.test(text) ? null : new Set(customerFields.filter((field) => words.has(field)));
  return { fields, words, steady: !words.has('now') && !words.has('today') };
}

/** Of what is known of a customer that which the rules read: the rest costs each evaluation. */
export function picked(
  { customer, ...others }: CustomerFacts['variables'] & Record<string, unknown>,
  { fields, words }: RuleReading,
): Record<string, unknown> {
  const named = Object.entries(others).filter(([name]) => words.has(name));
  const own = fields ? Object.entries(customer).filter(([name]) => fields.has(name)) : Object.entries(customer);
  return Object.fromEntries([['customer', Object.fromEntries(own)], ...named]);
}

const MOST_KNOWN = 5_000;
const TRIAL = 2_000;

/** What rules yield for values, worked out once for customers who are alike in what the rules read; given up where few are. */
export class Alike<T> {
  private readonly known = new Map<string, T>();
  private asked = 0;
  private found = 0;

  constructor(private readonly on: boolean) {}

  of(values: Readonly<Record<string, unknown>>, work: () => T): T {
    if (!this.on || (this.asked >= TRIAL && this.found * 5 < this.asked)) return work();
    const key = JSON.stringify(values);
    this.asked++;
    if (this.known.has(key)) {
      this.found++;
      return this.known.get(key)!;
    }
    const value = work();
    if (this.known.size < MOST_KNOWN) this.known.set(key, value);
    return value;
  }
}
