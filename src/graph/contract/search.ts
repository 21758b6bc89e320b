import type { NounMeta } from '../../kernel/model/registry.js';
import { searchOf } from '../../kernel/model/search.js';
import { type SdlField, printEnum, printType } from './sdl.js';

/** Name of the order of a searched list in its order argument. */
export const RELEVANCE = 'RELEVANCE';

/** The member of a noun's filter that searches it, where it can be searched. */
export function searchFilter(noun: NounMeta): SdlField[] {
  const search = searchOf(noun.target);
  return search ? [{ name: 'search', type: `${noun.name}Search`, description: search.description }] : [];
}

/** The input of the search of a noun with the enum of its places; empty where it has none. */
export function searchInput(noun: NounMeta): string {
  const search = searchOf(noun.target);
  if (!search) return '';
  const place = `${noun.name}SearchPlace`;
  return (
    printEnum(
      place,
      `Where a search for a ${noun.name} looks.`,
      Object.entries(search.places).map(([name, description]) => ({ name, description })),
    ) +
    printType('input', `${noun.name}Search`, search.description, [
      { name: 'text', type: 'String!', description: 'What to look for, 1 to 100 characters.' },
      {
        name: 'in',
        type: `[${place}!]`,
        description:
          'Where to look; a place without the permission for it is refused. Default: wherever the caller may.',
      },
    ])
  );
}
