import type { NounMeta } from '../../kernel/model/registry.js';
import { type SortKey, sortKeys } from '../contract/checks.js';
import type { ArgumentValue } from './argument.js';
import type { Compilation } from './compilation.js';

/** The keys of a list's order, with the price of those without an index. */
export function pricedKeys(
  compilation: Compilation,
  noun: NounMeta,
  orderBy: ArgumentValue,
  searched: boolean,
): SortKey[] {
  const keys = sortKeys(noun, orderBy.value, searched);
  for (const key of keys) {
    if (!key.computed) compilation.demandShown(noun, key.path[0]!);
    if (!key.indexed) compilation.cost.slowFilter();
  }
  return keys;
}

/** `order by` of the keys; PostgreSQL's own place of nulls (last ascending, first descending) lets an index serve it. */
export function orderByClause(keys: readonly SortKey[], alias: string, reversed: boolean): string {
  return keys.map((key) => `${alias}."${key.column}" ${key.descending !== reversed ? 'desc' : 'asc'}`).join(', ');
}

/** The same where the rank of rows is computed: there it is known by its name alone. */
export function orderByComputed(keys: readonly SortKey[], alias: string, reversed: boolean): string {
  const name = (key: SortKey) => (key.computed ? `"${key.column}"` : `${alias}."${key.column}"`);
  return keys.map((key) => `${name(key)} ${key.descending !== reversed ? 'desc' : 'asc'}`).join(', ');
}
