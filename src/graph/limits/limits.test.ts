import { parse } from 'graphql';
import { documentFault } from './document-limits.js';
import {
  MAX_DOCUMENT_LENGTH,
  MAX_NESTING,
  MAX_VARIABLE_DEPTH,
  MAX_VARIABLE_VALUES,
  textFault,
  variablesFault,
} from './text-limits.js';

const limitOf = (error: { extensions: Record<string, unknown> } | undefined) =>
  error && [error.extensions['code'], error.extensions['limit'], error.extensions['value']];
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('before parsing', () => {
  it('bounds the length of a document', () => {
    expect(textFault(`{ a } #${'x'.repeat(MAX_DOCUMENT_LENGTH - 7)}`)).toBeUndefined();
    expect(limitOf(textFault('x'.repeat(MAX_DOCUMENT_LENGTH + 1)))).toEqual([
      'DOCUMENT_TOO_COMPLEX',
      'length',
      MAX_DOCUMENT_LENGTH + 1,
    ]);
  });

  it.each([
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ])('bounds the nesting of %s', (open, close) => {
    expect(textFault(open.repeat(MAX_NESTING) + close.repeat(MAX_NESTING))).toBeUndefined();
    expect(limitOf(textFault(open.repeat(MAX_NESTING + 1)))).toEqual([
      'DOCUMENT_TOO_COMPLEX',
      'nesting',
      MAX_NESTING + 1,
    ]);
  });

  it.each([
    ['a string', `{ a(b: "${'{'.repeat(100)}") }`],
    ['a string with escaped quotes', `{ a(b: "\\"${'{'.repeat(100)}\\\\") }`],
    ['a block string', `{ a(b: """ " \\""" ${'{'.repeat(100)}""") }`],
    ['a comment', `{ a # ${'{'.repeat(100)}\n }`],
  ])('does not count what stands in %s', (_what, text) => {
    expect(() => parse(text)).not.toThrow();
    expect(textFault(text)).toBeUndefined();
  });

  it('does not lose count behind a string, so that nothing hides there', () => {
    expect(limitOf(textFault(`{ a(b: "x", c: """y""", d: "") ${'{'.repeat(100)}`))?.[1]).toBe('nesting');
  });

  it.each([
    ['an unfinished string', '{ a(b: "'],
    ['an unfinished block string', '{ a(b: """ \\"""'],
    ['nothing', ''],
  ])('leaves %s to the parser', (_what, text) => {
    expect(textFault(text)).toBeUndefined();
  });
});

describe('variables', () => {
  const nested = (depth: number, wrap: (inner: unknown) => unknown) =>
    Array.from({ length: depth }).reduce((inner: unknown) => wrap(inner), 1);

  it.each([
    ['objects', (inner: unknown) => ({ a: inner })],
    ['lists', (inner: unknown) => [inner]],
  ])('may nest %s so deep and no deeper', (_what, wrap) => {
    expect(variablesFault(nested(MAX_VARIABLE_DEPTH, wrap))).toBeUndefined();
    expect(limitOf(variablesFault(nested(MAX_VARIABLE_DEPTH + 1, wrap)))?.[0]).toBe('VARIABLES_TOO_DEEP');
  });

  it('may hold so many values and no more, wherever they stand', () => {
    const list = (length: number) => ({ ids: Array(length).fill('x') });
    expect(variablesFault(list(MAX_VARIABLE_VALUES - 1))).toBeUndefined();
    expect(limitOf(variablesFault(list(MAX_VARIABLE_VALUES)))?.[0]).toBe('VARIABLES_TOO_MANY');
    const spread = { rows: Array.from({ length: MAX_VARIABLE_VALUES / 2 }, () => ({ a: 1 })) };
    expect(limitOf(variablesFault(spread))?.[0]).toBe('VARIABLES_TOO_MANY');
  });

  it('are looked at without recursion and no further than the limit', () => {
    const text = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const variables: unknown = JSON.parse(text);
    const began = performance.now();
    expect(limitOf(variablesFault(variables))?.[0]).toBe('VARIABLES_TOO_DEEP');
    expect(performance.now() - began).toBeLessThan(100);
  });
});

describe('after parsing', () => {
  it.each([
    ['rootFields', 51, `{ ${times(51, (n) => `f${n}`)} }`],
    ['rootFields', 60, `{ ...A } fragment A on Query { ${times(60, (n) => `f${n}`)} }`],
    ['aliases', 101, `{ a { ${times(101, (n) => `x${n}: b`)} } }`],
    ['directives', 101, `{ a { ${times(101, (n) => `b${n} @skip(if: false)`)} } }`],
    ['fragments', 101, `{ a } ${times(101, (n) => `fragment F${n} on Query { a }`)}`],
    ['repeats', 21, `{ a { ${times(21, () => 'b')} } }`],
    ['operations', 21, times(21, (n) => `query Q${n} { a }`)],
    ['fields', 3_002, `{ a { ${times(3_001, (n) => `b${n}`)} } }`],
  ])('bounds %s: %i is too many', (limit, value, text) => {
    expect(limitOf(documentFault(parse(text)))).toEqual(['DOCUMENT_TOO_COMPLEX', limit, value]);
  });

  it('counts fragments that double at each step without spreading them', () => {
    const text = `{ ...F0 } ${times(60, (n) => `fragment F${n} on Query { a { ...F${n + 1} } b { ...F${n + 1} } }`)} fragment F60 on Query { c }`;
    const began = performance.now();
    expect(limitOf(documentFault(parse(text)))?.[1]).toBe('fields');
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('ends on fragments that spread each other, which validation refuses', () => {
    expect(documentFault(parse('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'))).toBeUndefined();
  });

  it('leaves ordinary documents alone', () => {
    expect(
      documentFault(parse('query A($b: Boolean!) { a: b { c @include(if: $b) ...F } } fragment F on T { d }')),
    ).toBeUndefined();
  });
});
