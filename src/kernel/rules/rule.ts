import { Decimal } from 'decimal.js';
import { allKnown } from './all-known.js';
import { compiledRule } from './compiled-rule.js';
import type { Missing } from './unknown.js';

/** What a rule yielded. */
export interface RuleOutcome {
  /** The value; null when the rule has none for these values. */
  value: unknown;
  /** Why it has none, for those who wrote it; empty when all went well. */
  problems: readonly string[];
}

/** Significant digits of FEEL numbers that are certain; what lies behind them is noise of binary fractions. */
const CERTAIN_DIGITS = 15;

/**
 * Evaluates a rule that `checkRule` has passed. What cannot be computed from the values is null, with the reason.
 * @param values the variables of the rule by name
 * @param missing what the absence of a value means
 * @throws RuleTooCostly when it takes too many rounds for them
 */
export function evaluateRule(
  text: string,
  values: Readonly<Record<string, unknown>>,
  missing: Missing = 'null',
): RuleOutcome {
  const read = missing === 'unknown' && allKnown(text, values) ? 'null' : missing;
  const { value, problems } = compiledRule(text, Object.keys(values), read).run(values);
  return { value: value ?? null, problems };
}

/** Whether a condition holds; one that has no value does not hold. @throws RuleTooCostly when it takes too many rounds */
export function ruleHolds(text: string, values: Readonly<Record<string, unknown>>, missing: Missing = 'null'): boolean {
  return evaluateRule(text, values, missing).value === true;
}

/**
 * Whether a condition holds for what is known, such as of a customer: one that needs what is missing does not, and its contrary does not
 * either, unless it asks for the absence by `null`. @throws RuleTooCostly when it takes too many rounds
 */
export const holdsForKnown = (text: string, values: Readonly<Record<string, unknown>>): boolean =>
  ruleHolds(text, values, 'unknown');

/** Whether a condition holds for what is known; null when that cannot be told: its contrary does not hold then either. */
export function knownTruth(text: string, values: Readonly<Record<string, unknown>>): boolean | null {
  const { value } = evaluateRule(text, values, 'unknown');
  return typeof value === 'boolean' ? value : null;
}

/** A number that a formula yielded, as a decimal without the noise of binary fractions; null when it is none. */
export function ruleDecimal({ value }: RuleOutcome): Decimal | null {
  return typeof value === 'number' && Number.isFinite(value) ? new Decimal(value.toPrecision(CERTAIN_DIGITS)) : null;
}

/** An exact decimal as rules compute with it: FEEL numbers have 15 certain digits, which money in whole coins never exceeds. */
export const ruleNumber = (decimal: string): number =>
  new Decimal(decimal).toSignificantDigits(CERTAIN_DIGITS).toNumber();
