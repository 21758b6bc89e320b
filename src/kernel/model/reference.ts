import type { Node } from './noun.js';
import type { Class } from './registry.js';

/** A row known by its key only, for answers of queries: what is selected of it is read afterwards, for many rows in one statement. */
export function rowOf<T extends Node>(noun: Class<T>, uuid: string): T {
  return Object.assign(Object.create(noun.prototype as object) as T, { id: uuid });
}
