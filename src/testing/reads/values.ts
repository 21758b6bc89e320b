import type { ScalarKind } from '../../kernel/model/registry.js';
import type { Choices } from './choices.js';

/** Texts that break what is put together carelessly; PostgreSQL stores all of them. */
const TEXTS = [
  '',
  ' ',
  'a',
  'A',
  'Ångström',
  'straße',
  'İstanbul',
  '上海市第一营业厅',
  '李 明',
  "O'Brien",
  '"quoted"',
  'back\\slash',
  '\\u0000!',
  '\\"',
  "');drop table customer;--",
  '100%',
  'under_score',
  '%_\\',
  'tab\there',
  'line\nbreak\r\n',
  '\u0001\u0002\u001f\u007f',
  '\b\f',
  '\u2028\u2029',
  '😀👨‍👩‍👧',
  'e\u0301',
  '\u202eright to left',
  '\ufffd\uffff',
  '{"json":[1,null]}',
  '$1 ? :name',
  'null',
];
const DECIMALS = [
  '0',
  '-0.5',
  '1',
  '1.0',
  '1.10',
  '29.85',
  '100',
  '-1',
  '0.0000000001',
  '-99999999999999999999.9999999999',
  '99999999999999999999.9999999999',
  '12345678901234567890',
  '0.3333333333',
  '2.5',
];
const INTS = [0, 1, 2, 3, 7, 42, -1, -5, 1000, 2147483647, -2147483648];

/** A text of at most `max` characters. */
export function someText(choices: Choices, max: number): string {
  const text = choices.chance(70) ? choices.pick(TEXTS) : `${choices.pick(TEXTS)}${choices.pick(TEXTS)}`;
  return [...text].slice(0, max).join('');
}

/** JSON of any form; never deep. */
export function someJson(choices: Choices, depth = 0): unknown {
  const kind = choices.int(0, depth > 1 ? 4 : 6);
  if (kind === 0) return null;
  if (kind === 1) return choices.chance(50);
  if (kind === 2) return choices.pick([0, 1, -2.5, 1e21, 1e-7, 12345678901, 0.1]);
  if (kind < 5) return someText(choices, 40);
  if (kind === 5) return Array.from({ length: choices.int(0, 3) }, () => someJson(choices, depth + 1));
  return someObject(choices, depth + 1);
}

export function someObject(choices: Choices, depth = 0): Record<string, unknown> {
  const names = ['bandwidth', 'speed', 'a"b', 'ключ', '', '😀', 'Z', 'ab', '10', '2', 'x\ny'];
  return Object.fromEntries(choices.some(names, choices.int(0, 4)).map((name) => [name, someJson(choices, depth + 1)]));
}

const two = (number: number): string => String(number).padStart(2, '0');

function someDay(choices: Choices): string {
  if (choices.chance(5)) return choices.pick(['0001-01-01', '9999-12-31', '1582-10-10', '2024-02-29']);
  return `${choices.pick([1999, 2024, 2025, 2026])}-${two(choices.int(1, 12))}-${two(choices.int(1, 28))}`;
}

function someMoment(choices: Choices): string {
  return `${someDay(choices)}T${two(choices.int(0, 23))}:${two(choices.int(0, 59))}:${two(choices.int(0, 59))}.${choices.pick(['000', '100', '120', '123', '999'])}Z`;
}

/** A value of a column, as it travels over the wire. */
export function someValue(choices: Choices, scalar: ScalarKind, max = 200, values: readonly string[] = []): unknown {
  switch (scalar) {
    case 'enum':
      return choices.pick(values);
    case 'int':
      return choices.pick(INTS);
    case 'boolean':
      return choices.chance(50);
    case 'decimal':
      return choices.pick(DECIMALS);
    case 'date':
      return someDay(choices);
    case 'dateTime':
      return someMoment(choices);
    case 'json':
      return choices.chance(70) ? someObject(choices) : someJson(choices);
    case 'textArray':
      return Array.from({ length: choices.int(0, 3) }, () => someText(choices, 40));
    default:
      // Codes of currencies and the like: few, so that rows share them.
      return max <= 3 ? choices.pick(['CNY', 'USD', 'EUR']).slice(0, max) : someText(choices, max);
  }
}
