/** A response, parsed. */
export interface Response {
  data?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/**
 * What must be the same in two answers to one operation, as text.
 * @param mixed its variables may leave an argument without a value: of that fault and of a missing row below one null, either is told
 */
export function essence(response: Response, mixed = false): string {
  return JSON.stringify({ data: response.data ?? null, errors: faults(response, mixed) }, undefined, 1);
}

/**
 * The errors of a response: code, and the place where the null stands that they led to. Of several faults below one null the
 * specification lets an executor name any, and those that come after it may be left out.
 */
function faults({ data, errors = [] }: Response, mixed: boolean): string[] {
  const places = errors.map(({ path = [], extensions }) => {
    const place = nullOn(data, path);
    const code = String(extensions?.['code']);
    return `${mixed && place.length < path.length && EITHER.has(code) ? [...EITHER].join(' or ') : code} at ${place.join('.')}`;
  });
  return [...new Set(places)].sort();
}

/**
 * Two faults that may lie below one null that they lead to: an argument without a value, noticed before its field is asked for, and a
 * row that is missing, which entities tell later than compiled rows do.
 */
const EITHER = new Set(['BAD_USER_INPUT', 'NOT_FOUND']);

/** The part of a path that the data still has: it ends at the null, or at the value itself. */
function nullOn(data: unknown, path: readonly (string | number)[]): (string | number)[] {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[step];
  }
  return [...path];
}

/** Codes of the errors of a response. */
export const codesOf = ({ errors = [] }: Response): unknown[] => errors.map(({ extensions }) => extensions?.['code']);

/** Remembers the cursors in an answer, by the name of the order they belong to. */
export function collectCursors(value: unknown, into: Map<string, string[]>): void {
  if (Array.isArray(value)) value.forEach((item) => collectCursors(item, into));
  else if (typeof value === 'object' && value !== null)
    Object.values(value).forEach((item) => collectCursors(item, into));
  else if (typeof value === 'string') {
    const order = orderIn(value);
    const known = order === undefined ? [] : (into.get(order) ?? []);
    if (order !== undefined && known.length < 200 && !known.includes(value)) into.set(order, [...known, value]);
  }
}

function orderIn(text: string): string | undefined {
  if (!/^[\w+/]{20,}=*$/.test(text)) return undefined;
  try {
    const [order] = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as unknown[];
    return typeof order === 'string' && /^([a-z_]+[+-])+$/.test(order) ? order : undefined;
  } catch {
    return undefined;
  }
}
