import { buildSchema, parse } from 'graphql';
import type { Claims } from '../../kernel/access/token.js';
import { lookupsOf, missesIn } from './lookups.js';
import { Throttle } from './throttle.js';
import { TokenBuckets } from './token-buckets.js';

const schema = buildSchema(`
  type Query { customer(id: ID, code: String): Customer, customers(filter: CustomerFilter, first: Int): CustomerConnection!, viewer: String }
  type Customer { name: String }
  type CustomerConnection { nodes: [Customer!]!, totalCount: Int!, edges: [Customer!]! }
  input CustomerFilter { name: StringFilter, and: [CustomerFilter!], status: StatusFilter }
  input StringFilter { eq: String, in: [String!], isNull: Boolean }
  input StatusFilter { eq: String }
`);
const claims = (role: Claims['role'], sub = 'anna'): Claims => ({ sub, role, exp: 0 });
const keys = (query: string, variables = {}) =>
  lookupsOf(schema, parse(query), undefined, variables).map(({ key }) => key);
const code = (run: () => void) => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { extensions: Record<string, unknown> }).extensions;
  }
};

describe('allowances', () => {
  it('give a minute at once and fill evenly', () => {
    let now = 0;
    const buckets = new TokenBuckets(() => now);
    for (let n = 0; n < 60; n++) expect(buckets.take('a', 60)).toBe(0);
    expect(buckets.take('a', 60)).toBe(1);
    expect(buckets.take('b', 60)).toBe(0);
    now += 1_000;
    expect(buckets.take('a', 60)).toBe(0);
    expect(buckets.take('a', 60)).toBe(1);
    now += 3_600_000;
    for (let n = 0; n < 60; n++) expect(buckets.take('a', 60)).toBe(0);
    expect(buckets.take('a', 60)).toBe(1);
  });

  it('remember a bounded number of callers, and forget who was not seen for longest', () => {
    const buckets = new TokenBuckets(() => 0, 100);
    buckets.take('often', 1);
    for (let n = 0; n < 1_000; n++) {
      buckets.take(`caller ${n}`, 1);
      expect(buckets.take('often', 1)).toBeGreaterThan(0);
    }
    expect(buckets.size).toBe(100);
  });
});

describe('operations', () => {
  it('are limited by caller and kind', () => {
    let now = 0;
    const throttle = new Throttle(schema, { operations: { partner: 2, staff: 5 }, misses: {} }, () => now);
    const send = (role: Claims['role'], sub?: string) => code(() => throttle.enter(claims(role, sub)));
    expect([send('partner'), send('partner')]).toEqual([undefined, undefined]);
    expect(send('partner')).toEqual({ code: 'RATE_LIMITED', limit: 'operations', perMinute: 2, retryAfter: 30 });
    expect(send('partner', 'bert')).toBeUndefined();
    expect(Array.from({ length: 5 }, () => send('staff'))).toEqual(Array(5).fill(undefined));
    expect(send('staff')).toMatchObject({ retryAfter: 12 });
    expect(Array.from({ length: 100 }, () => send('admin'))).toEqual(Array(100).fill(undefined));
    now += 30_000;
    expect(send('partner')).toBeUndefined();
  });
});

describe('lookups', () => {
  it.each([
    ['by a code', '{ customer(code: "C1") { name } }', {}, ['customer']],
    [
      'by a code in a variable, under an alias, in a fragment',
      'query ($c: String) { ...F } fragment F on Query { a: customer(code: $c) { name } }',
      { c: 'C1' },
      ['a'],
    ],
    [
      'by a text in a filter',
      'query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }',
      { f: { and: [{ name: { eq: 'x' } }] } },
      ['customers'],
    ],
    ['by an id, which cannot be guessed', '{ customer(id: "x") { name } }', {}, []],
    ['of a whole list', '{ customers(first: 1) { totalCount } viewer }', {}, []],
    ['by a status', '{ customers(filter: { status: { eq: "x" }, name: { isNull: true } }) { totalCount } }', {}, []],
    [
      'by several codes at once',
      `{ ${Array.from({ length: 5 }, (_, n) => `c${n}: customer(code: "${n}") { name }`).join(' ')} }`,
      {},
      ['c0', 'c1', 'c2', 'c3', 'c4'],
    ],
  ])('%s', (_what, query, variables, expected) => {
    expect(keys(query, variables)).toEqual(expected);
  });

  it('count as misses when nothing came, whatever was selected', () => {
    const lookups = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key }));
    expect(
      missesIn(
        lookups,
        '{"data":{"a":null,"b":{"nodes":[]},"c":{"t":0},"d":{"e":[{"n":null}],"t":1},"e":{"name":null}}}',
      ),
    ).toBe(3);
    expect(missesIn(lookups, '{"errors":[{"path":null}],"data":null}')).toBe(0);
    expect(missesIn([], '{"data":{"a":null}}')).toBe(0);
  });

  it('have to wait when too many missed, while everything else goes on', () => {
    let now = 0;
    const throttle = new Throttle(schema, { operations: {}, misses: { customer: 3 } }, () => now);
    const guess = {
      document: parse('query ($c: String) { customer(code: $c) { name } }'),
      operationName: undefined,
      variables: { c: 'x' },
    };
    const other = { document: parse('{ viewer }'), operationName: undefined, variables: {} };
    const caller = claims('customer');
    for (let n = 0; n < 3; n++) {
      expect(code(() => throttle.admit(caller, guess))).toBeUndefined();
      throttle.answered(caller, guess, '{"data":{"customer":null}}');
    }
    expect(code(() => throttle.admit(caller, guess))).toMatchObject({
      code: 'RATE_LIMITED',
      limit: 'misses',
      retryAfter: 20,
    });
    expect(code(() => throttle.admit(caller, other))).toBeUndefined();
    expect(code(() => throttle.admit(claims('customer', 'bert'), guess))).toBeUndefined();
    expect(code(() => throttle.admit(claims('admin'), guess))).toBeUndefined();
    now += 20_000;
    expect(code(() => throttle.admit(caller, guess))).toBeUndefined();
    throttle.answered(caller, guess, '{"data":{"customer":{"name":"found"}}}');
    expect(code(() => throttle.admit(caller, guess))).toBeUndefined();
  });

  it('that miss by the dozen in one document cost as much as one after another', () => {
    const throttle = new Throttle(schema, { operations: {}, misses: { staff: 10 } }, () => 0);
    const query = `{ ${Array.from({ length: 30 }, (_, n) => `c${n}: customer(code: "${n}") { name }`).join(' ')} }`;
    const many = { document: parse(query), operationName: undefined, variables: {} };
    throttle.answered(
      claims('staff'),
      many,
      JSON.stringify({ data: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`c${n}`, null])) }),
    );
    expect(code(() => throttle.admit(claims('staff'), many))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 66 });
  });
});
