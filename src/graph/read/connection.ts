import type { SelectionSetNode } from 'graphql';
import { readMark } from '../../kernel/access/read-trail.js';
import { columnName } from '../../kernel/model/naming.js';
import type { NounMeta } from '../../kernel/model/registry.js';
import { type Page, type SortKey, pageOf } from '../contract/checks.js';
import { leftOutBy } from '../contract/forwarded.js';
import { aggregateParts } from './aggregate.js';
import type { ArgumentValue, Arguments } from './argument.js';
import { Compilation } from './compilation.js';
import { cursorText, demandCursor, keysetCondition } from './cursor.js';
import { type CollectedField, collectFields, selectionsOf } from './fields.js';
import { filterCondition } from './filter.js';
import { type Part, concatenate, literal, object, sql } from './json-text.js';
import { kindCondition, rowText } from './object.js';
import { orderByClause, orderByComputed, pricedKeys } from './order.js';
import { type SearchJoin, searchJoin } from './search.js';
import { visibleFrom, visibleIn } from './visibility.js';

/** Where a list hangs: below a row that was checked already, or at the root. */
export interface ListPlace {
  parent?: NounMeta;
  by?: string;
  /** Quoted column of the list's rows, and SQL of the key that stands in it. */
  column?: string;
  key?: string;
  /** Nothing of it is shown, because it is not known what there was. */
  absent?: boolean;
}

/** The JSON text of a connection: the page, and the count and figures of the whole list, each only when asked for. */
export function connection(
  compilation: Compilation,
  noun: NounMeta,
  field: CollectedField,
  argument: Arguments,
  place: ListPlace,
): Part[] {
  const page = pageOf(argument('first').value, argument('last').value, field.name);
  const filter = argument('filter');
  const table = place.column && place.key ? compilation.rowsBy(noun, place.column, place.key) : `"${noun.table}"`;
  const keys = pricedKeys(compilation, noun, argument('orderBy'), isSearched(filter));
  for (const side of ['after', 'before'] as const) demandCursor(compilation, keys, argument(side), side);

  const emptied = leftOutBy(noun, filter.value, place.by);
  /** Conditions of the whole list over a fresh alias; each use compiles its own. */
  const listConditions = (alias: string, search: SearchJoin | undefined): string[] =>
    [
      place.column && `${alias}.${place.column} = ${place.key}`,
      kindCondition(noun, alias).replace(/^ and /, ''),
      place.parent && place.by
        ? visibleFrom(compilation, place.parent, noun, alias, place.by)
        : visibleIn(compilation, noun, alias),
      emptied && `${alias}."${columnName(emptied)}_id" is null`,
      filterCondition(compilation, noun, alias, filter, search?.condition),
      place.absent && 'false',
    ].filter((condition): condition is string => Boolean(condition));

  const joined = (alias: string) => searchJoin(compilation, noun, alias, filter);
  const whole = (alias: string) => {
    const search = joined(alias);
    return `from ${table} ${alias}${search?.from ?? ''}${where(listConditions(alias, search))}`;
  };
  const requested = collectFields(compilation.source, selectionsOf(field), `${noun.name}Connection`);
  const pageFields = requested.filter((selected) => ['nodes', 'edges', 'pageInfo'].includes(selected.name));
  const pageText = pageFields.length
    ? pageQuery(compilation, {
        noun,
        table,
        keys,
        page,
        pageFields,
        told: toldAbove(compilation, noun, place),
        joined,
        listConditions,
        after: argument('after'),
        before: argument('before'),
      })
    : undefined;

  if (requested.every((selected) => selected.name === '__typename')) demandFilter(compilation, noun, filter);
  const members = requested.flatMap((selected) => {
    switch (selected.name) {
      case '__typename':
        return { key: selected.key, value: [literal(`"${noun.name}Connection"`)] };
      case 'totalCount': {
        compilation.cost.wholeList();
        return { key: selected.key, value: [sql(`(select count(*) ${whole(compilation.alias())})`)] };
      }
      case 'aggregate': {
        compilation.cost.wholeList();
        const value = aggregateParts(compilation, noun, selected, whole, filter);
        return value ? { key: selected.key, value } : [];
      }
      default:
        return { key: selected.key, value: pageText!.members.get(selected.key)! };
    }
  });
  if (!pageText) return object(members);
  // `having` makes one row of all, even where no field asks anything of them.
  return [sql(`(select ${concatenate(object(members))} from ${pageText.rows} having true)`)];
}

/** Whether the list's own filter searches it, so that its rows have a rank. */
const isSearched = ({ value }: ArgumentValue): boolean =>
  (value as { search?: unknown } | null | undefined)?.search != null;

const rankColumn = (keys: readonly SortKey[], search: SearchJoin | undefined): string =>
  keys.flatMap((key) => (key.computed ? `, ${search!.rank()} as "${key.column}"` : [])).join('');

/** Refuses an unsound filter also where no row is asked for: it is compiled aside, and its values are looked at in each request. */
function demandFilter(compilation: Compilation, noun: NounMeta, filter: ArgumentValue): void {
  if (filter.value === undefined || filter.value === null) return;
  const aside = new Compilation(compilation.source, compilation.caller, false);
  filterCondition(aside, noun, aside.alias(), filter);
  compilation.parameters.demand((binding) => aside.parameters.bind(binding));
}

/** Whether the row that a list hangs below is traced by its key, and the list's rows by the same. */
function toldAbove({ caller }: Compilation, noun: NounMeta, { parent, by }: ListPlace): boolean {
  const above = parent && readMark(parent, caller.kind);
  const mark = readMark(noun, caller.kind);
  return above?.field === 'id' && above.of === mark?.of && mark.field === by;
}

const where = (conditions: readonly string[]) => (conditions.length ? ` where ${conditions.join(' and ')}` : '');

interface PageRequest {
  noun: NounMeta;
  /** Where its rows are read. */
  table: string;
  keys: readonly SortKey[];
  page: Page;
  pageFields: readonly CollectedField[];
  /** Its rows are traced by the key of the row that the list hangs below. */
  told: boolean;
  joined: (alias: string) => SearchJoin | undefined;
  listConditions: (alias: string, search: SearchJoin | undefined) => string[];
  after: ArgumentValue;
  before: ArgumentValue;
}

/** One pass over the rows of the page makes all its fields; one row more than the page tells whether others follow. */
function pageQuery(compilation: Compilation, request: PageRequest): { rows: string; members: Map<string, Part[]> } {
  const { keys, page, pageFields } = request;
  const alias = compilation.alias();
  const search = request.joined(alias);
  const conditions = request.listConditions(alias, search);
  const bounded = [
    keysetCondition(compilation, keys, alias, request.after, 'after', search?.rank),
    keysetCondition(compilation, keys, alias, request.before, 'before', search?.rank),
  ];
  const all = [...conditions, ...bounded.filter((condition): condition is string => condition !== undefined)];
  const infos = pageFields
    .filter((field) => field.name === 'pageInfo')
    .map((field) => collectFields(compilation.source, selectionsOf(field), 'PageInfo'));
  const probe = page.backward ? 'hasPreviousPage' : 'hasNextPage';
  const asksMore = infos.some((info) => info.some((field) => field.name === probe));
  const limit = page.size + (asksMore ? 1 : 0);
  // Rows are numbered for `pageInfo` only.
  const numbered = infos.length > 0;
  const inPage = asksMore ? ` filter (where ${alias}."rn" <= ${page.size})` : '';
  // Rows that come in the list's own order already need not be sorted again.
  const order = ` order by ${numbered && page.backward ? `${alias}."rn" desc` : orderByClause(keys, alias, false)}`;
  const list = (expression: string): Part[] => [
    literal('['),
    sql(`string_agg(${expression},','${order})${inPage}`),
    literal(']'),
  ];

  const members = compilation.cost.page(
    page.size,
    () =>
      new Map(
        pageFields.map((field) => [
          field.key,
          pageFieldText(compilation, request, alias, field, { list, limit: page.size, asksMore }),
        ]),
      ),
  );
  const computed = ['rn', 'found', ...keys.filter((key) => key.computed).map((key) => key.column)];
  const read = columnsRead(alias, concatenate([...members.values()].flat()) + order, computed);
  const columns = read.join(', ') + rankColumn(keys, search).slice(read.length ? 0 : 1);
  const chosen = `(select ${columns} from ${request.table} ${alias}${search?.from ?? ''}${where(all)} order by ${orderByComputed(keys, alias, page.backward)} limit ${limit}) ${alias}`;
  const rows = numbered
    ? `(select ${alias}.*, row_number() over () as "rn", count(*) over () as "found" from ${chosen}) ${alias}`
    : chosen;
  return { rows, members };
}

/** The columns of a row that SQL reads: taking whole rows of a wide table out of a page costs a tenth of a customer view. */
function columnsRead(alias: string, text: string, computed: readonly string[]): string[] {
  const [, ...places] = text.split(alias);
  const names = new Set<string>();
  for (const after of places) {
    const name = /^\."(\w+)"/.exec(after)?.[1];
    // The row itself is given to a function.
    if (name === undefined) return [`${alias}.*`];
    if (!computed.includes(name)) names.add(name);
  }
  return [...names].map((name) => `${alias}."${name}"`);
}

interface PageText {
  list: (expression: string) => Part[];
  limit: number;
  asksMore: boolean;
}

function pageFieldText(
  compilation: Compilation,
  request: PageRequest,
  alias: string,
  field: CollectedField,
  text: PageText,
): Part[] {
  const { noun, keys, page, told } = request;
  const below: readonly SelectionSetNode[] = selectionsOf(field);
  if (field.name === 'nodes') return text.list(rowText(compilation, noun, alias, below, told));
  if (field.name === 'edges') {
    const members = collectFields(compilation.source, below, `${noun.name}Edge`).map((member) => {
      if (member.name === 'node')
        return { key: member.key, value: [sql(rowText(compilation, noun, alias, selectionsOf(member), told))] };
      if (member.name === 'cursor')
        return { key: member.key, value: [literal('"'), sql(cursorText(keys, alias)), literal('"')] };
      return { key: member.key, value: [literal(`"${noun.name}Edge"`)] };
    });
    return text.list(concatenate(object(members)));
  }
  // The filter leaves one row, so that one cursor is made.
  const boundary = (first: boolean): Part[] => {
    const place = first !== page.backward ? String(Math.min(1, text.limit)) : `least(${alias}."found",${text.limit})`;
    const pick = `max(${cursorText(keys, alias)}) filter (where ${alias}."rn" = ${place})`;
    return [sql(`coalesce('"'||${pick}||'"','null')`)];
  };
  const more: Part[] = [sql(text.asksMore ? `(count(*) > ${text.limit})::text` : `'false'`)];
  // Rows on the other side of the cursor: by definition there are some when a cursor was given.
  const behind = (cursor: { value: unknown }): Part[] => [literal(cursor.value == null ? 'false' : 'true')];
  const members = collectFields(compilation.source, below, 'PageInfo').map((member): { key: string; value: Part[] } => {
    switch (member.name) {
      case 'hasNextPage':
        return { key: member.key, value: page.backward ? behind(request.before) : more };
      case 'hasPreviousPage':
        return { key: member.key, value: page.backward ? more : behind(request.after) };
      case 'startCursor':
        return { key: member.key, value: boundary(true) };
      case 'endCursor':
        return { key: member.key, value: boundary(false) };
      default:
        return { key: member.key, value: [literal('"PageInfo"')] };
    }
  });
  return object(members);
}
