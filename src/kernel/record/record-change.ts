import { fieldRule } from '../access/field-policy.js';
import { refuse, type InputPath } from '../errors/refusal.js';
import { encodeId } from '../model/global-id.js';
import { Node } from '../model/noun.js';
import { type Class, nounOf } from '../model/registry.js';
import { maskText } from './mask-text.js';

/** A changed field of a record, for its history; values as the graph shows them. */
export interface FieldChange {
  field: string;
  old: unknown;
  new: unknown;
}

/**
 * Sets the given fields on a record and answers those that really changed. A field that is `undefined` is left as it is,
 * `null` empties it. Histories are read by whoever sees the record, so what a field policy hides from some stands masked there.
 * @param mask further fields whose values must not stand in a history in full
 */
export function applyChanges<T extends object>(
  record: T,
  values: { [K in keyof T]?: T[K] | undefined },
  mask: readonly (keyof T)[] = [],
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const key of Object.keys(values) as (keyof T & string)[]) {
    const value = values[key];
    if (value === undefined) continue;
    const old = shown(record[key]);
    const next = shown(value);
    if (JSON.stringify(old) === JSON.stringify(next)) continue;
    record[key] = value as T[typeof key];
    const hide = mask.includes(key)
      ? (part: unknown) => (part === null ? null : maskText(String(part)))
      : (part: unknown) => historyValue(record.constructor as Class, key, part);
    changes.push({ field: key, old: hide(old), new: hide(next) });
  }
  return changes;
}

/** A value of a field as it may stand in a history: masked when a policy hides the field from some who see the record. */
export function historyValue(noun: Class, field: string, value: unknown): unknown {
  if (value === null || value === undefined || !fieldRule(noun, field)) return value;
  return maskText(typeof value === 'string' ? value : JSON.stringify(value));
}

function shown(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Node) return encodeId(nounOf(value.constructor as Class).tag!, value.id);
  if (value instanceof Date) return value.toISOString();
  return value;
}

/** Refuses with VERSION_CONFLICT when the record was changed since the caller read it. */
export function expectVersion(record: { version: number }, expected: number | null | undefined, path: InputPath): void {
  if (expected === undefined || expected === null || expected === record.version) return;
  refuse('VERSION_CONFLICT', 'The record was changed by someone else; read it again.', path, {
    expected,
    actual: record.version,
  });
}
