import { Node } from './noun.js';

/** Name of the member of a compiled row that holds its primary key, where resolvers go on from it; no field can have it. */
export const ROW_KEY = '$key';

/** Name of the member of a compiled row that says that it is read as it stood at a moment; no field can have it. */
export const ROW_OF_PAST = '$past';

/** Whether a field is resolved for a row as it stood at an earlier moment, of which what is known now must not be told. */
export const isOfPast = (row: object): boolean => ROW_OF_PAST in row;

/** The primary key of the row that a field of a noun is resolved for: an entity, or a row that the read compiler has read. */
export function rowKey(row: object): string {
  return row instanceof Node ? row.id : (row as Record<typeof ROW_KEY, string>)[ROW_KEY];
}
