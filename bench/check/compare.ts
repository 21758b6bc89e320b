import { isDeepStrictEqual } from 'node:util';

/** Fields that differ between servers without meaning anything: ids and cursors have a form of their own on each. */
const OPAQUE = new Set(['id', 'rowId', 'nodeId', 'cursor', 'startCursor', 'endCursor', '__typename']);

/** Says where two JSON values differ, members of objects in any order; undefined when they are equal. */
export function difference(expected: unknown, given: unknown, path = 'data'): string | undefined {
  if (isDeepStrictEqual(expected, given)) return undefined;
  if (isObject(expected) && isObject(given)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(given)])) {
      const found = difference(expected[key], given[key], `${path}.${key}`);
      if (found) return found;
    }
  }
  return `${path}: ${short(expected)} and ${short(given)}`;
}

/** Says how the values of two answers differ, whatever objects and lists they stand in; undefined when they are the same. */
export function valueDifference(expected: unknown, given: unknown, ignore: readonly string[] = []): string | undefined {
  const [ours, theirs] = [valuesOf(expected, ignore), valuesOf(given, ignore)];
  if (isDeepStrictEqual(ours, theirs)) return undefined;
  const at = ours.findIndex((value, index) => value !== theirs[index]);
  return `${ours.length} and ${theirs.length} values; ${short(ours.slice(at, at + 3))} and ${short(theirs.slice(at, at + 3))}`;
}

/** All scalar values but nulls, sorted, in a form that servers share: numbers as numbers, moments as milliseconds. */
function valuesOf(value: unknown, ignore: readonly string[]): string[] {
  const values: string[] = [];
  const visit = (at: unknown): void => {
    if (Array.isArray(at)) at.forEach(visit);
    else if (isObject(at)) {
      // Switchboard lists characteristics as names and values, others give one object.
      const isCharacteristic = Object.keys(at).join() === 'name,value';
      for (const [key, member] of Object.entries(at)) {
        if (!OPAQUE.has(key) && !ignore.includes(key) && !(isCharacteristic && key === 'name')) visit(member);
      }
    } else if (at !== null && at !== undefined) values.push(canonical(at));
  };
  visit(value);
  return values.sort();
}

function canonical(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:/.test(value))
    return String(new Date(value.replace(/([+-]\d{2})$/, '$1:00')).getTime());
  return /^-?\d{1,15}(\.\d+)?$/.test(value) ? String(Number(value)) : value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const short = (value: unknown) => JSON.stringify(value)?.slice(0, 160);
