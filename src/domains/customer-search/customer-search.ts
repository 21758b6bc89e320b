import { fieldRule, requireShown, shows, type Caller } from '../../kernel/access/index.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, defineSearch, type SearchAsked } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { ContactMedium, PartyIdentification } from '../party/index.js';
import { queriesOf, type WordKind } from './search-text.js';

const LONGEST_TEXT = 100;

/** Words of a place, and the field whose policy protects them. */
interface Place {
  kinds: readonly { kind: WordKind; guard?: [Class, string] }[];
  description: string;
}

const contact: [Class, string] = [ContactMedium, 'value'];
const identity: [Class, string] = [PartyIdentification, 'number'];

const places: Record<string, Place> = {
  NAME: {
    kinds: [{ kind: 'name' }],
    description:
      'Name, short name and name of the party: any part, in simplified or traditional characters, in pinyin (from three letters), in initials of the pinyin (from two), or half and half, such as `zhang三`.',
  },
  CODE: {
    kinds: [{ kind: 'code' }],
    description: 'Codes of all levels and VIP number: whole, or the first six characters or more.',
  },
  NUMBER: {
    kinds: [{ kind: 'number' }],
    description:
      'Access numbers of products that the customer owns, pays for or uses: whole, or the first seven digits or more; of land lines in China also without the area code (CUS-01).',
  },
  CONTACT: {
    kinds: [{ kind: 'contact', guard: contact }],
    description:
      'Telephone numbers (whole, or the first seven digits or more; of land lines in China also without the area code) and e-mail addresses (whole) of the customer and its contact persons; needs party.contact.read.',
  },
  ADDRESS: {
    kinds: [{ kind: 'openAddress' }, { kind: 'address', guard: contact }],
    description:
      'Service and installation addresses, and postal addresses for those with party.contact.read: any part of two characters or more, simplified or traditional.',
  },
  IDENTITY: {
    kinds: [{ kind: 'identity', guard: identity }],
    description:
      'Numbers of identity documents, an identity card by either of its numbers of 15 and 18 characters, and registration numbers, whole; needs party.identity.read.',
  },
};

type Asking = Pick<Caller, 'kind' | 'permissions'>;

/** The words that the caller may look at; a place that is asked for by name and closed is refused. */
function kindsFor({ in: names }: SearchAsked, caller: Asking): Set<WordKind> {
  const asked = names ? Object.entries(places).filter(([name]) => names.includes(name)) : Object.entries(places);
  const kinds = asked.flatMap(([, place]) => {
    const open = place.kinds.filter(({ guard }) => {
      const rule = guard && fieldRule(...guard);
      return !rule || shows(caller, rule);
    });
    if (names && open.length === 0) requireShown(caller as Caller, ...place.kinds[0]!.guard!);
    return open.map(({ kind }) => kind);
  });
  return new Set(kinds);
}

function queries(asked: SearchAsked, caller: Asking): string[] {
  const { text } = asked;
  const { length } = [...text];
  const refusal = (message: string) => codedError('BAD_USER_INPUT', message, { path: ['filter', 'search', 'text'] });
  if (text.trim() === '') throw refusal('Give something to search for.');
  if (length > LONGEST_TEXT) throw refusal(`At most ${LONGEST_TEXT} characters can be searched for.`);
  if (text.includes('\u0000') || !text.isWellFormed())
    throw refusal('A text may not hold the character NUL or half a surrogate pair.');
  return queriesOf(text, kindsFor(asked, caller));
}

defineSearch(Customer, {
  table: 'customer_words',
  column: 'words',
  description:
    'Search by whatever a customer is known by (CUS-01, CUS-04). Exact codes and numbers come first, then whole names, beginnings of names, parts, and addresses.',
  places: Object.fromEntries(Object.entries(places).map(([name, { description }]) => [name, description])),
  ranks: 5,
  queries,
});
