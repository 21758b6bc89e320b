import type { Class } from '../model/registry.js';
import type { Caller } from './caller.js';
import { rowPredicate } from './row-predicate.js';

/**
 * The SQL condition under which a caller sees a row of a noun; `true` when they see every row.
 * @param alias quoted alias of the row's table
 * @param bind hands out the placeholder of a value
 */
export function visibleRows(noun: Class, caller: Caller, alias: string, bind: (value: unknown) => string): string {
  return rowPredicate(noun, caller.kind, alias, (value) => bind(caller[value] ?? null)) ?? 'true';
}
