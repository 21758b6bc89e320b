import { raw } from '@mikro-orm/postgresql';
import { positional } from './statement-text.js';

describe('positional', () => {
  it.each([
    ['a text', 'x', '$1', ['x']],
    ['a moment', new Date('2026-01-02T03:04:05.006Z'), '$1', ['2026-01-02T03:04:05.006Z']],
    ['an object', { a: "it's" }, '$1', [`{"a":"it's"}`]],
    ['a truth', true, '$1::bool', [true]],
    ['a number', 7, '$1::int4', [7]],
    ['a large number', 2 ** 40, '$1::int8', [2 ** 40]],
    ['a fraction', 0.5, '$1::numeric', [0.5]],
    ['a bigint', 2n ** 60n, '$1', ['1152921504606846976']],
    ['bytes', Buffer.from('a'), '$1', [Buffer.from('a')]],
    ['nothing', null, 'null', []],
    ['what is not there', undefined, 'null', []],
    ['a list', ['a', 1], '$1, $2::int4', ['a', 1]],
    ['a list of lists', [['a', 'b'], 'c'], '$1, $2, $3', ['a', 'b', 'c']],
  ])('writes %s beside the text', (_what, value, text, values) => {
    expect(positional('select ?', [value])).toEqual({ text: `select ${text}`, values });
  });

  it('counts on through fragments, and keeps the operator that looks like a placeholder', () => {
    expect(positional('a = ? and b \\? ? and c in (?)', [1, raw('lower(?)', ['X']), ['p', 'q']])).toEqual({
      text: 'a = $1::int4 and b ? lower($2) and c in ($3, $4)',
      values: [1, 'X', 'p', 'q'],
    });
  });

  it('leaves names, and statements whose values do not fit, to MikroORM', () => {
    expect(positional('select ??', ['name'])).toBeUndefined();
    expect(positional('select ?, ?', [1])).toBeUndefined();
    expect(positional('select ?', [raw('??', ['name'])])).toBeUndefined();
  });
});
