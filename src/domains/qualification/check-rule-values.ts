import { visibleRows } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Customer, CustomerType, ServiceLevel } from '../customer/index.js';
import { Gender } from '../party/index.js';
import { customerLists } from '../pricing/index.js';
import type { SalesRuleKind } from './sales-rule-kind.js';

/** What something of the sale can be, by its path in conditions. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'customer.type': Object.values(CustomerType),
  'customer.serviceLevel': Object.values(ServiceLevel),
  'customer.gender': Object.values(Gender),
};

const codesOf = (table: string) => `select "code" from "${table}"`;

/** SQL of the codes that there are of something of the sale or of a list of it, by its path in conditions. */
const CODES: Readonly<Record<string, string>> = {
  'customer.segments': codesOf('customer_segment'),
  'customer.groups': codesOf('customer_group'),
  'customer.offerings': codesOf('offering'),
  'customer.plans': codesOf('tariff_plan'),
  'customer.products': codesOf('product'),
  'customer.region': codesOf('region'),
  'customer.regions': codesOf('region'),
  'customer.subType': `select "value" "code" from "customer_sub_type"`,
  regions: codesOf('region'),
  'seller.number': `select "employee_no" "code" from "employee"`,
  'seller.positions': codesOf('job_position'),
  'seller.unit': `select "code" from "party" where "kind" = 'INTERNAL_ORGANIZATION'`,
};

/** Conditions that ask for one of the values of a rule, and of what. */
const AMONG = /^\s*list contains\(\s*values\s*,\s*([\w.]+)\s*\)\s*$/;
const ANY_OF = /^\s*some (\w+) in values satisfies list contains\(\s*([\w.]+)\s*,\s*\1\s*\)\s*$/;
/** A value that a condition reads as a number, by its place from 1. */
const NUMBERS = /\bnumber\(\s*values\[\s*(\d+)\s*\]\s*\)/g;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** A value by which a condition names a further attribute of customers, by its place from 1. */
const ATTRIBUTES = /\bget value\(\s*customer\.characteristics\s*,\s*values\[\s*(\d+)\s*\]\s*\)/g;

/** What a condition asks the values of a rule for, such as `seller.unit`; null when it asks anything else than to be among them. */
export const askedOf = (condition: string): string | null =>
  AMONG.exec(condition)?.[1] ?? ANY_OF.exec(condition)?.[2] ?? null;

/**
 * Refuses values with which rules of a kind would admit nobody, as its condition says what they are: BAD_VALUE for what is no number where it
 * reads one, or is never met; NOT_FOUND for codes that there are not, such as of staff, positions, units, segments, groups, offerings, and
 * customers whom the caller may see, and for attributes that no template has (PRD-43, PRD-44, PRD-49).
 * @param kept values that rules of the kind have had already, which are not asked again, such as the code of somebody who has left
 */
export async function checkRuleValues(
  tx: Transaction,
  { condition }: Pick<SalesRuleKind, 'condition'>,
  values: readonly string[],
  path: InputPath,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const [, place] of condition.matchAll(NUMBERS)) {
    const index = Number(place) - 1;
    const value = values[index];
    if (value !== undefined && !NUMBER.test(value) && !kept.has(value))
      refuse('BAD_VALUE', 'A number is expected.', [...path, index]);
  }
  for (const [, place] of condition.matchAll(ATTRIBUTES))
    await checkAttribute(tx, values, Number(place) - 1, path, kept);
  const asked = askedOf(condition) ?? '';
  const allowed = ALLOWED[asked];
  for (const [index, value] of values.entries())
    if (allowed && !allowed.includes(value) && !kept.has(value))
      refuse('BAD_VALUE', `It is never ${value}, only ${allowed.join(', ')}.`, [...path, index], { allowed });
  const known = await knownAmong(tx, asked, values);
  for (const [index, value] of values.entries())
    if (known && !known.has(value) && !kept.has(value)) refuse('NOT_FOUND', `There is no ${value}.`, [...path, index]);
}

/** Those of the values that there are; null where nobody keeps a list of what can be. */
async function knownAmong(
  tx: Transaction,
  asked: string,
  values: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const bound: unknown[] = [];
  // Lists stand in the statement as the database writes them.
  const bind = (value: unknown) => (bound.push(Array.isArray(value) ? `{${value.join(',')}}` : value), '?');
  const list = asked.startsWith('customer.') ? customerLists.get(asked.slice('customer.'.length))?.all : undefined;
  // Someone else's customer looks like one that there is not.
  const customers = () =>
    `select "c"."code" from "customer" "c" where ${visibleRows(Customer, tx.caller, '"c"', bind)}`;
  const codes = CODES[asked] ?? list ?? (asked === 'customer.code' ? customers() : null);
  if (!codes || values.length === 0) return codes ? new Set() : null;
  const found = await tx.em.execute<{ code: string }[]>(
    `select "k"."code" from (${codes}) "k" where "k"."code" in (${values.map(() => '?').join(', ')})`,
    [...bound, ...values],
  );
  return new Set(found.map(({ code }) => code));
}

/** Refuses a further attribute that no template of customers has, and values behind it that a choice has not. */
async function checkAttribute(
  tx: Transaction,
  values: readonly string[],
  index: number,
  path: InputPath,
  kept: ReadonlySet<string>,
): Promise<void> {
  const code = values[index];
  if (code === undefined || kept.has(code)) return;
  const fields = await tx.em.execute<{ allowed: string[] }[]>(
    `select "allowed_values" "allowed" from "customer_template_field" where "code" = ?`,
    [code],
  );
  if (fields.length === 0) refuse('NOT_FOUND', `No template of customers has an attribute ${code}.`, [...path, index]);
  if (fields.some(({ allowed }) => allowed.length === 0)) return;
  const allowed = [...new Set(fields.flatMap((field) => field.allowed))];
  for (const [at, value] of values.entries())
    if (at > index && !allowed.includes(value) && !kept.has(value))
      refuse('BAD_VALUE', `${code} is never ${value}, only ${allowed.join(', ')}.`, [...path, at], { allowed });
}
