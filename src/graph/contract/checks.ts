import { isZoneName } from '../../kernel/calendar/index.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import { columnName, constant } from '../../kernel/model/naming.js';
import type { NounMeta, ScalarKind } from '../../kernel/model/registry.js';
import { type NamedColumn, columnConstant, groupableColumns, numericColumns, sortableColumns } from './lists.js';
import { groupableReferences } from './aggregates.js';
import { DEFAULT_PAGE, lookupColumns } from './read-contract.js';
import { RELEVANCE } from './search.js';

/** Checks of arguments of generated fields: what is refused, and how arguments are understood, however rows are read. */

/** The longest page that a list gives. */
export const MAX_PAGE = 200;
/** The longest list that `in` and `notIn` take. */
export const MAX_LIST = 500;
/** The most conditions of a filter, with all inside it; each takes part in the statement, and so in the time to plan it. */
export const MAX_CONDITIONS = 500;
/** The most ids that `nodes` takes. */
export const MAX_NODES = 200;
/** The most groups that an aggregate gives. */
export const MAX_GROUPS = 1000;
const MAX_KEYS = 3;
const MAX_DIMENSIONS = 3;

/** Which rows of a list are wanted. */
export interface Page {
  size: number;
  /** True: the last ones, or those before the cursor. */
  backward: boolean;
}

/** The page that `first` and `last` ask for; `list` names the field in errors. */
export function pageOf(first: unknown, last: unknown, list: string): Page {
  if (first != null && last != null)
    throw codedError('BAD_USER_INPUT', 'Give "first" or "last", not both.', { path: [list, 'last'] });
  const backward = last != null;
  const name = backward ? 'last' : 'first';
  const size = (backward ? last : (first ?? DEFAULT_PAGE)) as number;
  if (size < 0 || size > MAX_PAGE)
    throw codedError('BAD_USER_INPUT', `"${name}" must be between 0 and ${MAX_PAGE}.`, {
      path: [list, name],
      max: MAX_PAGE,
      given: size,
    });
  return { size, backward };
}

/** One key of a list's order; the last is always the row's id. */
export interface SortKey {
  column: string;
  /** Properties from the row to the value: one, or two for a part of a value object. */
  path: readonly string[];
  scalar: ScalarKind;
  nullable: boolean;
  descending: boolean;
  indexed: boolean;
  /** True: no column, but how well the row matches the search of its list. */
  computed?: true;
}

/** Column of a named column in the noun's table. */
export const sqlColumn = (column: NamedColumn): string =>
  column.part ? `${columnName(column.field)}_${columnName(column.part)}` : columnName(column.field);

/**
 * The keys of an `orderBy` argument; ties are broken by the id, in the direction of the last key.
 * @param searched whether the list is searched, so that its rows have a rank
 */
export function sortKeys(noun: NounMeta, orderBy: unknown, searched = false): SortKey[] {
  const byRank = searched ? [{ field: RELEVANCE, direction: 'ASC' as const }] : [];
  const given = (orderBy ?? byRank) as { field: string; direction: 'ASC' | 'DESC' }[];
  if (given.length > MAX_KEYS)
    throw codedError('BAD_USER_INPUT', `At most ${MAX_KEYS} sort keys are allowed.`, {
      path: ['orderBy'],
      max: MAX_KEYS,
    });
  const columns = sortableColumns(noun);
  const keys = given.map(({ field, direction }): SortKey => {
    if (field === RELEVANCE) return rankKey(searched, direction === 'DESC');
    const column = columns.find((candidate) => columnConstant(candidate) === field)!;
    const path = column.part ? [column.field, column.part] : [column.field];
    return {
      column: sqlColumn(column),
      path,
      scalar: column.scalar,
      nullable: column.nullable,
      descending: direction === 'DESC',
      indexed: column.indexed,
    };
  });
  return [
    ...keys,
    {
      column: 'id',
      path: ['id'],
      scalar: 'id',
      nullable: false,
      descending: keys.at(-1)?.descending ?? false,
      indexed: true,
    },
  ];
}

function rankKey(searched: boolean, descending: boolean): SortKey {
  if (!searched)
    throw codedError('BAD_USER_INPUT', `${RELEVANCE} is an order of lists with "search" in their filter.`, {
      path: ['orderBy', 'field'],
    });
  const column = 'relevance';
  return { column, path: [column], scalar: 'int', nullable: false, descending, indexed: true, computed: true };
}

/** The one key that a lookup is given. */
export function lookupKey(noun: NounMeta, field: string, valueOf: (name: string) => unknown): string {
  const names = ['id', ...lookupColumns(noun)];
  const given = names.filter((name) => valueOf(name) != null);
  if (given.length !== 1)
    throw codedError('BAD_USER_INPUT', `Give exactly one of ${names.join(', ')} to "${field}".`, {
      path: [field, given[1] ?? 'id'],
    });
  return given[0]!;
}

/** The moment that `asOf` is given; what will be cannot be told. */
export function pastMoment(moment: string): string {
  if (Date.parse(moment) > Date.now())
    throw codedError('BAD_USER_INPUT', '`asOf` lies in the future.', { path: ['asOf'] });
  return moment;
}

/** The ids that `nodes` is given. */
export function boundedIds(ids: readonly string[]): readonly string[] {
  if (ids.length > MAX_NODES)
    throw codedError('BAD_USER_INPUT', `At most ${MAX_NODES} ids may be given.`, {
      path: ['ids'],
      max: MAX_NODES,
      given: ids.length,
    });
  return ids;
}

/** Refuses a filter of more objects and lists than {@link MAX_CONDITIONS}, however they are nested. */
export function refuseWideFilter(filter: unknown): void {
  const waiting: unknown[] = [filter];
  for (let count = 0; waiting.length > 0;) {
    const part = waiting.pop();
    if (typeof part !== 'object' || part === null) continue;
    if (++count > MAX_CONDITIONS)
      throw codedError('BAD_USER_INPUT', `A filter may hold at most ${MAX_CONDITIONS} conditions.`, {
        max: MAX_CONDITIONS,
      });
    // No longer list is allowed anywhere in a filter, so none is walked.
    waiting.push(...Object.values(part).slice(0, MAX_CONDITIONS + 1));
  }
}

/** The values that `in` or `notIn` is given. */
export function boundedList(values: readonly unknown[]): readonly unknown[] {
  if (values.length > MAX_LIST)
    throw codedError('BAD_USER_INPUT', `A list in a filter may hold at most ${MAX_LIST} values.`, {
      max: MAX_LIST,
      given: values.length,
    });
  return values;
}

/** A value that goes to the database as text or JSON; PostgreSQL stores neither the character NUL nor half a surrogate pair. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return unstorable(value) ? refuseUnstorable() : value;
  JSON.stringify(value, (key, part: unknown) => {
    return unstorable(key) || (typeof part === 'string' && unstorable(part)) ? refuseUnstorable() : part;
  });
  return value;
}

/** A value with which characteristics are compared by their order. @throws BAD_USER_INPUT for what has none */
export function orderedJson(value: unknown): number | string {
  if (typeof value === 'number' || typeof value === 'string') return storable(value);
  throw codedError('BAD_USER_INPUT', 'Characteristics are compared with a number or a text only.', {
    path: ['filter', 'characteristics'],
  });
}

function refuseUnstorable(): never {
  throw codedError('BAD_USER_INPUT', 'A text may not hold the character NUL or half a surrogate pair.');
}

const unstorable = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

export function refuseNullFilter(key: string): never {
  throw codedError('BAD_USER_INPUT', `The filter "${key}" may not be null; leave it out or use isNull.`, {
    path: ['filter', key],
  });
}

export function refuseNullOperator(operator: string): never {
  throw codedError('BAD_USER_INPUT', `The operator "${operator}" may not be null; use isNull.`, {
    path: ['filter', operator],
  });
}

/** The error at a field that the contract calls non-null, where what it refers to is hidden by a policy or gone: the two look the same. */
export const missingReference = () =>
  codedError('NOT_FOUND', 'What this field refers to is missing, or may not be seen.');

/** Lengths of periods, as `date_trunc` names them. */
export type Bucket = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A dimension of an aggregate: a column, perhaps cut into periods, or a reference by its name. */
export type Dimension =
  | {
      name: string;
      column: NamedColumn;
      bucket?: Bucket;
      /** Time zone in which the periods of moments begin; that of the operator when absent. */
      zone?: string;
    }
  | { name: string; reference: string };

/** The dimensions of a `groupBy` argument. */
export function dimensionsOf(noun: NounMeta, groupBy: unknown): Dimension[] {
  const given = (groupBy ?? []) as { dimension: string; bucket?: string | null; timeZone?: string | null }[];
  if (given.length > MAX_DIMENSIONS)
    throw codedError('BAD_USER_INPUT', `At most ${MAX_DIMENSIONS} dimensions are allowed.`, {
      path: ['groupBy'],
      max: MAX_DIMENSIONS,
    });
  return given.map(({ dimension, bucket, timeZone }): Dimension => {
    const column = groupableColumns(noun).find((candidate) => columnConstant(candidate) === dimension);
    if (timeZone && column?.scalar !== 'dateTime')
      throw codedError('BAD_USER_INPUT', `${dimension} has no time zone.`, { path: ['groupBy', 'timeZone'] });
    const zone = timeZone == null ? {} : { zone: zoneOf(timeZone) };
    if (column) return { name: column.name, column, ...bucketOf(column, bucket ?? undefined), ...zone };
    const { name } = groupableReferences(noun).find((candidate) => constant(candidate.name) === dimension)!;
    if (bucket) throw cannotBucket(dimension, bucket);
    return { name, reference: name };
  });
}

function bucketOf(column: NamedColumn, bucket: string | undefined): { bucket?: Bucket } {
  const name = columnConstant(column);
  if (!bucket && column.scalar === 'dateTime')
    throw codedError('BAD_USER_INPUT', `Grouping by ${name} needs a bucket.`, { path: ['groupBy', 'bucket'] });
  if (!bucket) return {};
  if (column.scalar !== 'dateTime' && (column.scalar !== 'date' || bucket === 'HOUR')) throw cannotBucket(name, bucket);
  return { bucket: bucket.toLowerCase() as Bucket };
}

/** The time zone that a query names. @throws BAD_USER_INPUT for a name of none */
export function zoneOf(name: unknown): string {
  if (typeof name === 'string' && isZoneName(name)) return name;
  const path = ['groupBy', 'timeZone'];
  throw codedError('BAD_USER_INPUT', `There is no time zone "${String(name)}"; IANA names are known.`, { path });
}

const cannotBucket = (dimension: string, bucket: string) =>
  codedError('BAD_USER_INPUT', `${dimension} cannot be grouped by ${bucket}.`, { path: ['groupBy', 'bucket'] });

/** Amounts of several currencies are not one number: the query must group by the currency or filter on one. */
export function checkCurrency(noun: NounMeta, name: string, dimensions: readonly Dimension[], filter: unknown): void {
  const column = numericColumns(noun).find((candidate) => candidate.name === name);
  if (column?.part !== 'amount') return;
  const currency = `${column.field}Currency`;
  const filtered = (filter as Record<string, { currency?: { eq?: string } }> | null | undefined)?.[column.field]
    ?.currency?.eq;
  if (filtered !== undefined || dimensions.some((entry) => entry.name === currency)) return;
  throw codedError(
    'BAD_USER_INPUT',
    `Figures of ${name} need one currency: group by ${constant(currency)} or filter on it.`,
    { path: ['groupBy'] },
  );
}
