import type { Search, SearchAsked } from '../../kernel/model/search.js';
import { searchOf } from '../../kernel/model/search.js';
import type { NounMeta } from '../../kernel/model/registry.js';
import type { ArgumentValue } from './argument.js';
import type { Compilation } from './compilation.js';

/** A list that is searched at its top: its table is joined with that of the words, so that one scan both finds and ranks. */
export interface SearchJoin {
  /** What stands behind the table's alias in `from`. */
  from: string;
  /** The condition that a row is found. */
  condition: string;
  /** Makes the rank of a row, 1 for the best; only where it is used, for each of its queries is a parameter. */
  rank: () => string;
}

/** The join for a list whose filter has `search` at its top; undefined for others. */
export function searchJoin(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  filter: ArgumentValue,
): SearchJoin | undefined {
  const search = searchOf(noun.target);
  const asked = filter.value == null ? undefined : filter.at('search');
  if (!search || asked?.value == null) return undefined;
  compilation.demandPresent('what is searched');
  const words = compilation.alias();
  const column = `${words}."${search.column}"`;
  const rank = () => {
    const steps = Array.from({ length: search.ranks - 1 }, (_, index) => {
      return `when ${column} @@ ${query(compilation, search, asked, index)} then ${index + 1}`;
    });
    return `case ${steps.join(' ')} else ${search.ranks} end`;
  };
  return {
    from: ` join "${search.table}" ${words} on ${words}."id" = ${alias}."id"`,
    condition: `${column} @@ ${query(compilation, search, asked)}`,
    rank,
  };
}

/** The condition that a row is found, where the search stands inside other conditions or lists. */
export function searchCondition(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  asked: ArgumentValue,
): string | undefined {
  const search = searchOf(noun.target);
  if (!search) return undefined;
  const words = compilation.alias();
  return `${alias}."id" in (select ${words}."id" from "${search.table}" ${words} where ${words}."${search.column}" @@ ${query(compilation, search, asked)})`;
}

/** The placeholder of the text query of one rank, or of all. What the caller may look at is asked in each request. */
function query(compilation: Compilation, search: Search, asked: ArgumentValue, rank?: number): string {
  const placeholder = compilation.parameters.add(
    ({ caller, ...binding }) => {
      const queries = search.queries(asked.source({ caller, ...binding }) as SearchAsked, caller);
      return rank === undefined ? anyOf(queries) : queries[rank];
    },
    `${asked.identity}:search:${rank ?? 'all'}`,
  );
  return `${placeholder}::tsquery`;
}

/** A text query that matches what any of these does. */
export const anyOf = (queries: readonly string[]): string =>
  queries
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(' | ');
