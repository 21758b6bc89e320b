import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { CustomerType, ServiceLevel } from '../customer/index.js';
import type { SalesRuleKind } from './sales-rule-kind.js';

/** What something of the sale can be, by its path in conditions. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'customer.type': Object.values(CustomerType),
  'customer.serviceLevel': Object.values(ServiceLevel),
};

/** Where the codes stand of which a list of the customer is made, by its path in conditions. */
const TABLES: Readonly<Record<string, string>> = {
  'customer.segments': 'customer_segment',
  'customer.offerings': 'offering',
  'customer.products': 'product',
};

/** Conditions that ask for one of the values of a rule, and of what. */
const AMONG = /^\s*list contains\(\s*values\s*,\s*([\w.]+)\s*\)\s*$/;
const ANY_OF = /^\s*some (\w+) in values satisfies list contains\(\s*([\w.]+)\s*,\s*\1\s*\)\s*$/;
/** A value that a condition reads as a number, by its place from 1. */
const NUMBERS = /\bnumber\(\s*values\[\s*(\d+)\s*\]\s*\)/g;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Refuses values with which rules of a kind would admit nobody, as its condition says what they are: BAD_VALUE for what is no number where it
 * reads one, or is never met; NOT_FOUND for codes of segments, offerings and products that there are not (PRD-43, PRD-44).
 */
export async function checkRuleValues(
  tx: Transaction,
  { condition }: Pick<SalesRuleKind, 'condition'>,
  values: readonly string[],
  path: InputPath,
): Promise<void> {
  for (const [, place] of condition.matchAll(NUMBERS)) {
    const index = Number(place) - 1;
    const value = values[index];
    if (value !== undefined && !NUMBER.test(value)) refuse('BAD_VALUE', 'A number is expected.', [...path, index]);
  }
  const asked = AMONG.exec(condition)?.[1] ?? ANY_OF.exec(condition)?.[2] ?? '';
  const allowed = ALLOWED[asked];
  for (const [index, value] of values.entries())
    if (allowed && !allowed.includes(value))
      refuse('BAD_VALUE', `It is never ${value}, only ${allowed.join(', ')}.`, [...path, index], { allowed });
  const table = TABLES[asked];
  if (!table || values.length === 0) return;
  const marks = values.map(() => '?').join(', ');
  const found = await tx.em.execute<{ code: string }[]>(`select "code" from "${table}" where "code" in (${marks})`, [
    ...values,
  ]);
  const known = new Set(found.map(({ code }) => code));
  for (const [index, value] of values.entries())
    if (!known.has(value)) refuse('NOT_FOUND', `There is no ${value}.`, [...path, index]);
}
