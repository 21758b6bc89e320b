import { createHash } from 'node:crypto';
import { evaluateRule, ruleHolds } from '../../kernel/rules/index.js';
import type { CustomerFeedMapping } from './customer-feed-mapping.js';
import type { CustomerFeedSystem } from './customer-feed-system.js';

/** Why a record cannot be taken over. */
export interface FeedReason {
  /** Field of the customer that it is about; empty for the record as a whole. */
  field: string;
  /** The value that is wrong, as the other system has it. */
  value: string;
  reason: string;
}

/** What a record says in the uniform model. */
export interface Normalised {
  fields: Record<string, string>;
  reasons: FeedReason[];
}

type SourceRecord = Readonly<Record<string, unknown>>;

const LONGEST_KEY = 100;

/** What names a record in the other system; null when it does not say, or says too much. */
export function keyOf(system: Pick<CustomerFeedSystem, 'keyField'>, record: SourceRecord): string | null {
  const key = textOf(record[system.keyField]);
  return key === '' || key.length > LONGEST_KEY ? null : key;
}

/** Whether a record is a customer by the definition of its system (CUS-78). */
export const isCustomer = ({ definition }: Pick<CustomerFeedSystem, 'definition'>, record: SourceRecord): boolean =>
  !definition || ruleHolds(definition, { record });

/** Brings a record to the uniform model by the mappings of its system (CUS-79). */
export function normalise(mappings: readonly CustomerFeedMapping[], record: SourceRecord): Normalised {
  const fields: Record<string, string> = {};
  const reasons: FeedReason[] = [];
  for (const { field, sourceField, expression, translations, strict, defaultValue } of mappings) {
    const given = textOf(expression ? evaluateRule(expression, { record }).value : record[sourceField!]);
    const known = translations && Object.hasOwn(translations, given) ? translations[given]! : null;
    if (given !== '' && translations && known === null && strict)
      reasons.push({ field, value: given, reason: 'There is no translation of this value.' });
    const value = (known ?? given) || (defaultValue ?? '');
    if (value !== '') fields[field] = value;
  }
  return { fields, reasons };
}

/** A digest of normalised fields, by which a record that says nothing new is known. */
export const digestOf = (fields: Readonly<Record<string, string>>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest('hex');

/** Fields of records that no mapping reads, where all mappings name fields. */
export function unmapped(
  { keyField }: Pick<CustomerFeedSystem, 'keyField'>,
  mappings: readonly CustomerFeedMapping[],
  records: readonly SourceRecord[],
): string[] {
  const read = new Set([keyField, ...mappings.map(({ sourceField }) => sourceField)]);
  const words = new Set(mappings.flatMap(({ expression }) => expression?.match(/[A-Za-z_]\w*/g) ?? []));
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  return [...names].filter((name) => !read.has(name) && !words.has(name)).sort();
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
