import type { Caller } from '../access/caller.js';
import type { Class } from './registry.js';

/** What is asked of a search: the member `search` of the filter. */
export interface SearchAsked {
  text: string;
  /** Where to look; everywhere that the caller may look when absent. */
  in?: readonly string[] | null;
}

/**
 * A search over the rows of a noun beside the filters on its columns. Its words lie in a table of their own with one row per row of
 * the noun, under the same key; who writes them is the business of the domain that defines it.
 */
export interface Search {
  /** Table of the words; its key `id` is that of the noun's row. */
  table: string;
  /** Column of the words, a `tsvector` with a GIN index. */
  column: string;
  description: string;
  /** Where one may look, by name, with descriptions. */
  places: Readonly<Record<string, string>>;
  /** How many ranks of matches there are. */
  ranks: number;
  /**
   * The text queries (`tsquery`) of the ranks, best first; an empty one matches nothing. Refuses with BAD_USER_INPUT a text that
   * cannot be searched, and with FORBIDDEN a place where the caller may not look.
   */
  queries: (asked: SearchAsked, caller: Pick<Caller, 'kind' | 'permissions'>) => readonly string[];
}

const searches = new Map<Class, Search>();

/** Gives lists of a noun the filter `search` and the order `RELEVANCE`. */
export function defineSearch(noun: Class, search: Search): void {
  if (searches.has(noun)) throw new Error(`${noun.name} has two searches.`);
  searches.set(noun, search);
}

/** The search of a noun; undefined where none is defined. */
export const searchOf = (noun: Class): Search | undefined => searches.get(noun);
