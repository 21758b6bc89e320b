import { Node } from './noun.js';

/** Name of the member of a compiled row that holds its primary key, where resolvers go on from it; no field can have it. */
export const ROW_KEY = '$key';

/** The primary key of the row that a field of a noun is resolved for: an entity, or a row that the read compiler has read. */
export function rowKey(row: object): string {
  return row instanceof Node ? row.id : (row as Record<typeof ROW_KEY, string>)[ROW_KEY];
}
