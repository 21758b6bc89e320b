import { IdentificationType, identityNumberForms } from '../party/index.js';
import { simplified } from './simplified.js';

/**
 * What a searched text may match, as text queries. A word in the index begins with a letter that says what it is; the SQL that makes
 * the words stands in the migrations `customer-search` and `customer-search-forms`, and cuts and folds text as it is done here: names
 * and addresses are compared in simplified characters, whichever they are written in.
 *
 * | letter | word |
 * |---|---|
 * | `N`, `n` | a name, and what is left of it from each further character on |
 * | `P`, `p` | the same in pinyin, from each further syllable on |
 * | `I`, `i` | the same in initials of the pinyin |
 * | `c` | a code, or the VIP number |
 * | `u` | a number under which a product is reached; that of a land line also without its area code |
 * | `t` | a telephone number, that of a land line also without its area code, or an e-mail address |
 * | `a`, `s` | four characters of a protected, or of an open, address, from each character on |
 * | `d` | a number of an identity document, or a registration number; an identity card is asked for by both of its numbers |
 */
export type WordKind = 'name' | 'code' | 'number' | 'contact' | 'address' | 'openAddress' | 'identity';

/** Names and their readings are kept up to this length. */
const NAME_LENGTH = 30;
const GRAM = 4;
const SHORTEST_CODE = 6;
const SHORTEST_NUMBER = 7;
const SHORTEST_PINYIN = 3;
const LONGEST_INITIALS = 8;

/** Folded for comparison: compatibility forms, lower case, single blanks. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const squeeze = (text: string): string => text.replace(/[\s·•.,，。、'’()（）-]/g, '');

/** A quoted word of a text query; a prefix matches all words that begin with it. */
const word = (letter: string, text: string, prefix = false): string =>
  `'${letter}${text.replace(/\\/g, '\\\\').replace(/'/g, "''")}'${prefix ? ':*' : ''}`;

const any = (parts: readonly string[]): string => (parts.length > 1 ? `(${parts.join(' | ')})` : (parts[0] ?? ''));

/** The text queries of the ranks, best first: exact numbers, whole names, beginnings of names, parts of names and numbers, addresses. */
export function queriesOf(text: string, kinds: ReadonlySet<WordKind>): string[] {
  const folded = fold(text);
  const words = simplified(folded);
  const whole = squeeze(words);
  if (whole === '') return ['', '', '', '', ''];
  return [
    any(exactNumbers(folded, kinds)),
    kinds.has('name') ? word('N', cut(whole)) : '',
    kinds.has('name') ? any(beginnings(whole)) : '',
    any([...parts(words, kinds), ...numberPrefixes(folded, kinds)]),
    any(addresses(words, kinds)),
  ];
}

const cut = (text: string): string => [...text].slice(0, NAME_LENGTH).join('');
const isLatin = (text: string): boolean => /^[a-zü]+$/.test(text);
const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** What numbers are written with between their digits: blanks, brackets, dots and dashes of every kind. */
const BETWEEN = /[\s().\p{Pd}]/gu;
const CHINA = /^(?:\+|00)86(?=\d{7,})|^86(?=1[3-9]\d{9}$)/;

/**
 * A telephone number in the forms in which it may be kept: digits, without the code of the country. A number of a land line in China
 * has its trunk 0 or, behind the code of the country, has not.
 */
function digitsOf(text: string): string[] {
  const digits = text.replace(BETWEEN, '');
  if (!/^\+?\d+$/.test(digits)) return [];
  const national = digits.replace(CHINA, '');
  if (national !== digits) return /^[01]/.test(national) ? [national] : [`0${national}`, national];
  const international = digits.replace(/^(?:\+|00(?=\d{8,}))/, '');
  return /^0[1-9]/.test(digits) ? [digits, digits.slice(1)] : [international];
}

const each = (letter: string, texts: readonly string[], prefix = false): string[] =>
  texts.map((text) => word(letter, text, prefix));

function exactNumbers(folded: string, kinds: ReadonlySet<WordKind>): string[] {
  const code = folded.replace(/\s/g, '');
  const digits = digitsOf(folded);
  const numbers = digits.length > 0 ? digits : [code];
  return [
    ...(kinds.has('code') ? [word('c', code)] : []),
    ...(kinds.has('number') ? each('u', numbers) : []),
    ...(kinds.has('contact') ? each('t', numbers) : []),
    ...(kinds.has('identity') ? each('d', documentNumbers(code)) : []),
  ];
}

/** A number as it may be kept of a document; that of an identity card also as it was before 1999, or is since. */
function documentNumbers(code: string): string[] {
  const plain = code.replace(/\p{Pd}/gu, '');
  const forms = identityNumberForms(IdentificationType.ID_CARD, plain).map((form) => form.toLowerCase());
  return [...new Set([code, plain, ...forms])];
}

function numberPrefixes(folded: string, kinds: ReadonlySet<WordKind>): string[] {
  const code = folded.replace(/\s/g, '');
  const digits = digitsOf(folded).filter(({ length }) => length >= SHORTEST_NUMBER);
  return [
    ...(kinds.has('code') && code.length >= SHORTEST_CODE && /\d/.test(code) ? [word('c', code, true)] : []),
    ...(kinds.has('number') ? each('u', digits, true) : []),
    ...(kinds.has('contact') ? each('t', digits, true) : []),
  ];
}

function beginnings(whole: string): string[] {
  const name = cut(whole);
  return [word('N', name, true), ...(isLatin(name) ? [word('P', pinyin(name)), word('I', name)] : [])];
}

/** Latin letters are pinyin from three on, and may be initials; ü is written v or u, as on keyboards. */
const pinyin = (text: string): string => text.replace(/ü/g, 'v');

/** Each word of the text must be found, in whatever order. */
function parts(text: string, kinds: ReadonlySet<WordKind>): string[] {
  if (!kinds.has('name')) return [];
  const words = text.split(' ').map(squeeze).filter(Boolean).map(cut);
  const asWritten = words.map((each) => any(wordsOf(each))).join(' & ');
  const together = cut(squeeze(text));
  return words.length > 1 ? [`(${asWritten})`, ...wordsOf(together)] : wordsOf(together);
}

const wordsOf = (text: string): string[] => [...partsOf(text), ...mixed(text)];

/**
 * A name half in characters and half in pinyin or initials, as input methods leave it: all its runs must be found, and those behind the
 * first one not where a name begins. The index does not tell more of their order.
 */
function mixed(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[a-zü]+|[^\p{Script=Han}a-zü]+/gu) ?? [];
  if (!runs.some(isLatin) || !runs.some(isHan)) return [];
  const found = runs.map((run, at) => any(isLatin(run) ? syllablesOf(run, at > 0) : partsOf(run, at > 0)));
  return [`(${found.join(' & ')})`];
}

/** Beside characters, fewer letters do: even one, as an initial. */
function syllablesOf(text: string, behind: boolean): string[] {
  const letters = pinyin(text);
  return [
    ...somewhere('N', letters, behind),
    ...(text.length > 1 ? somewhere('P', letters, behind) : []),
    ...(text.length <= LONGEST_INITIALS ? somewhere('I', letters, behind) : []),
  ];
}

function partsOf(text: string, behind = false): string[] {
  const name = somewhere('N', text, behind);
  if (!isLatin(text)) return name;
  const letters = pinyin(text);
  if (letters.length >= SHORTEST_PINYIN) name.push(...somewhere('P', letters, behind));
  if (letters.length >= 2 && letters.length <= LONGEST_INITIALS) name.push(...somewhere('I', letters, behind));
  return name;
}

/** Where a name begins, unless the text stands behind another one, and from each further character on. */
const somewhere = (letter: 'N' | 'P' | 'I', text: string, behind: boolean): string[] => [
  ...(behind ? [] : [word(letter, text, true)]),
  word(letter.toLowerCase(), text, true),
];

/** All runs of four characters of the text must be in the address; a shorter text begins one. */
function addresses(text: string, kinds: ReadonlySet<WordKind>): string[] {
  const characters = [...squeeze(text)];
  if (characters.length < 2) return [];
  const grams =
    characters.length <= GRAM
      ? [characters.join('')]
      : characters.slice(0, characters.length - GRAM + 1).map((_, at) => characters.slice(at, at + GRAM).join(''));
  const prefix = characters.length < GRAM;
  const letters = [...(kinds.has('address') ? ['a'] : []), ...(kinds.has('openAddress') ? ['s'] : [])];
  return letters.map((letter) => `(${grams.map((gram) => word(letter, gram, prefix)).join(' & ')})`);
}
