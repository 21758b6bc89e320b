/** @isolated: it declares a noun of its own. */
import { type GraphQLSchema, parse } from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import type { Database } from '../../kernel/database/database.js';
import { createLogger } from '../../kernel/log/log.js';
import { encodeId } from '../../kernel/model/global-id.js';
import { clientA, northern, sample } from '../../testing/reads/model.js';
import { openSampleDatabase } from '../../testing/reads/sample-database.js';
import type { GraphContext } from '../context.js';
import { createErrorFormatter } from '../http/format-error.js';
import { buildGraphSchema } from '../schema.js';
import { ReadEngine } from './engine.js';
import { executeCompiled } from './execute-compiled.js';

let database: Database;
let close: () => Promise<void>;
let schema: GraphQLSchema;
let engine: ReadEngine;
const admin: Caller = { kind: 'ADMIN', subject: 'admin', name: 'Admin', regionIds: [] };
const north: Caller = { kind: 'STAFF', subject: 'north', name: 'North', regionIds: northern };
const format = createErrorFormatter(
  createLogger({ log: { level: 'silent', pretty: false } } as Parameters<typeof createLogger>[0]),
);

beforeAll(async () => {
  schema = buildGraphSchema([sample]);
  ({ database, close } = await openSampleDatabase());
  engine = new ReadEngine(schema, database, { maxCost: 50_000, maxDepth: 15 });
});

afterAll(() => close?.());

async function answer(text: string, variableValues: Record<string, unknown> = {}, caller: Caller = admin) {
  const contextValue: GraphContext = { caller, database, feed: database.feed, engine, requestId: 'test' };
  const result = await executeCompiled({ schema, document: parse(text), variableValues, contextValue }).catch(
    (error: unknown) => ({ data: undefined, errors: [error] }),
  );
  const errors = (result.errors ?? [])
    .map(format)
    .map(({ path, extensions }) => ({ path, code: extensions?.['code'] }));
  return { data: JSON.parse(JSON.stringify({ result })).result.data as unknown, errors };
}

const codes = async (text: string, variables?: Record<string, unknown>) =>
  (await answer(text, variables)).errors.map(({ code }) => code);
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64');
const KEY = '00000000-0000-7000-8000-000500000002';

describe('a cursor', () => {
  const page =
    'query($after: String) { bills(first: 1, after: $after, orderBy: [{field: ISSUED_AT}]) { nodes { number } } }';

  it.each([
    ['no base64', '!'],
    ['no JSON', Buffer.from('x').toString('base64')],
    ['of another order', cursor('id+', KEY)],
    ['with a value less', cursor('issued_at+id+', KEY)],
    ['with a null where none can be', cursor('issued_at+id+', null, KEY)],
    ['with a day that no calendar has', cursor('issued_at+id+', '2026-02-31 00:00:00+00', KEY)],
    ['with an hour that no day has', cursor('issued_at+id+', '2026-02-01 25:00:00+00', KEY)],
    ['with a year before the first', cursor('issued_at+id+', '0000-02-01 00:00:00+00', KEY)],
    ['with a key that is none', cursor('issued_at+id+', '2026-02-01 00:00:00+00', 'x')],
    ['longer than any list gives', cursor('issued_at+id+', 'x'.repeat(40_000), KEY)],
  ])('%s is refused before the database sees it', async (_what, after) => {
    expect(await codes(page, { after })).toEqual(['CURSOR_INVALID']);
    // The plan is known by now; the values of the next request are looked at all the same.
    expect(await codes(page, { after: cursor('issued_at+id+', '2026-02-01 12:00:00.001+00', KEY) })).toEqual([]);
    expect(await codes(page, { after })).toEqual(['CURSOR_INVALID']);
  });

  it('is refused where only the count is asked for', async () => {
    expect(await codes('{ bills(after: "x") { totalCount } }')).toEqual(['CURSOR_INVALID']);
  });

  it('of one order does not pass for another with the same columns', async () => {
    const both =
      'query($a: String, $b: String) { a: bills(after: $a, orderBy: [{field: LINES}]) { totalCount nodes { number } } b: bills(after: $b, orderBy: [{field: LINES, direction: DESC}]) { nodes { number } } }';
    const up = cursor('lines+id+', '1', KEY);
    const down = cursor('lines-id-', '1', KEY);
    expect(await codes(both, { a: up, b: down })).toEqual([]);
    const one = both.replace('$b)', '$a)').replace('after: $b', 'after: $a').replace(', $b: String', '');
    expect(await codes(one, { a: up })).toEqual(['CURSOR_INVALID']);
    expect(await codes(one, {})).toEqual([]);
  });

  it.each([['-2147483649'], ['2147483648'], ['99999999999']])(
    'with %s for a whole number is refused',
    async (value) => {
      expect(
        await codes('query($a: String) { bills(after: $a, orderBy: [{field: LINES}]) { totalCount } }', {
          a: cursor('lines+id+', value, KEY),
        }),
      ).toEqual(['CURSOR_INVALID']);
    },
  );
});

describe('a filter', () => {
  it.each([
    ['the character NUL', '{ areas(filter: {name: {eq: "a\\u0000b"}}) { totalCount } }'],
    ['NUL in a list', '{ areas(filter: {name: {in: ["a", "\\u0000"]}}) { totalCount } }'],
    [
      'NUL in a characteristic',
      '{ clients(filter: {characteristics: [{name: "a", eq: {b: ["\\u0000"]}}]}) { totalCount } }',
    ],
    [
      'NUL in the name of a characteristic',
      '{ clients(filter: {characteristics: [{name: "\\u0000", eq: 1}]}) { totalCount } }',
    ],
    ['NUL in a lookup', '{ area(code: "\\u0000") { name } }'],
    ['null for an operator', '{ areas(filter: {name: {eq: null}}) { totalCount } }'],
    ['null for a condition', '{ areas(filter: {parent: null}) { totalCount } }'],
    ['null for a part of a value object', '{ bills(filter: {total: {amount: null}}) { totalCount } }'],
    ['a moment before the first year', '{ areas(filter: {createdAt: {lt: "0000-06-01T00:00:00Z"}}) { totalCount } }'],
    [
      'a moment that UTC puts after the last year',
      '{ areas(filter: {createdAt: {lt: "9999-12-31T23:00:00-05:00"}}) { totalCount } }',
    ],
  ])('with %s is refused', async (_what, document) => {
    expect(await codes(document).catch(() => ['BAD_USER_INPUT'])).toEqual(['BAD_USER_INPUT']);
  });

  it('is looked at where no row is asked for', async () => {
    const document = 'query($filter: AreaFilter) { areas(filter: $filter) { __typename } }';
    expect(await codes(document, { filter: { name: { eq: 'North' } } })).toEqual([]);
    expect(await codes(document, { filter: { name: { eq: '\u0000' } } })).toEqual(['BAD_USER_INPUT']);
    expect(await codes(document, { filter: { not: null } })).toEqual(['BAD_USER_INPUT']);
  });

  it('with half a surrogate pair is refused', async () => {
    expect(
      await codes('query($eq: String) { areas(filter: {name: {eq: $eq}}) { totalCount } }', { eq: 'a\ud800' }),
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('takes at most 500 values in a list', async () => {
    const document = 'query($codes: [String!]) { areas(filter: {code: {in: $codes}}) { totalCount } }';
    expect(await codes(document, { codes: Array.from({ length: 500 }, String) })).toEqual([]);
    expect(await codes(document, { codes: Array.from({ length: 501 }, String) })).toEqual(['BAD_USER_INPUT']);
  });

  it('on a characteristic means equality, not containment', async () => {
    const found = (eq: string) =>
      answer(`{ clients(filter: {characteristics: [{name: "tags", eq: ${eq}}]}) { nodes { code } } }`);
    expect((await found('["x"]')).data).toEqual({ clients: { nodes: [] } });
    expect((await found('["x", "y"]')).data).toEqual({ clients: { nodes: [{ code: 'A' }] } });
    const all = (await answer('{ clients { totalCount } }')).data;
    expect((await answer('{ clients(filter: {characteristics: [{name: "tags"}]}) { totalCount } }')).data).toEqual(all);
  });
});

describe('an argument of another kind', () => {
  it.each([
    ['a page that is too long', '{ areas(first: 201) { totalCount } }'],
    ['a negative page', '{ areas(last: -1) { totalCount } }'],
    ['both ends of a list', '{ areas(first: 1, last: 1) { totalCount } }'],
    [
      'four sort keys',
      '{ bills(orderBy: [{field: LINES}, {field: DUE}, {field: STATUS}, {field: NUMBER}]) { totalCount } }',
    ],
    [
      'four dimensions',
      '{ bills { aggregate(groupBy: [{dimension: STATUS}, {dimension: DUE}, {dimension: CLIENT}, {dimension: TOTAL_CURRENCY}]) { count } } }',
    ],
    ['a moment without a bucket', '{ bills { aggregate(groupBy: [{dimension: ISSUED_AT}]) { count } } }'],
    ['a day by the hour', '{ bills { aggregate(groupBy: [{dimension: DUE, bucket: HOUR}]) { count } } }'],
    ['a reference by the month', '{ bills { aggregate(groupBy: [{dimension: CLIENT, bucket: MONTH}]) { count } } }'],
    [
      'a zone that there is not',
      '{ bills { aggregate(groupBy: [{dimension: ISSUED_AT, bucket: DAY, timeZone: "Asia/Nowhere"}]) { count } } }',
    ],
    [
      'a distance from UTC',
      '{ bills { aggregate(groupBy: [{dimension: ISSUED_AT, bucket: DAY, timeZone: "+08:00"}]) { count } } }',
    ],
    [
      'a zone of days',
      '{ bills { aggregate(groupBy: [{dimension: DUE, bucket: MONTH, timeZone: "UTC"}]) { count } } }',
    ],
    ['an order of truths', '{ clients(filter: { characteristics: [{ name: "speed", gt: true }] }) { totalCount } }'],
    ['an order of lists', '{ clients(filter: { characteristics: [{ name: "speed", lte: [1] }] }) { totalCount } }'],
    ['equality with null', '{ clients(filter: { characteristics: [{ name: "speed", eq: null }] }) { totalCount } }'],
    ['amounts of any currency', '{ bills { aggregate { max { totalAmount } } } }'],
    ['no key of a lookup', '{ bill { number } }'],
    ['two keys of a lookup', `{ bill(number: "B-1", id: "${encodeId('ab', KEY)}") { number } }`],
  ])('%s is refused', async (_what, document) => {
    expect(await codes(document)).toEqual(['BAD_USER_INPUT']);
  });

  it('more than 200 ids are refused', async () => {
    expect(
      await codes('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array.from({ length: 201 }, () => encodeId('ac', clientA)),
      }),
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('a variable that is null where none may be fails its field, at its place', async () => {
    const document =
      'query($on: Boolean = true, $id: ID = "x") { areas(first: 1) { nodes { code parent @include(if: $on) { code } } } client(code: "A") { code } node(id: $id) { id } }';
    expect(await answer(document, { id: null })).toEqual({
      data: { areas: { nodes: [{ code: 'L', parent: null }] }, client: { code: 'A' }, node: null },
      errors: [{ path: ['node'], code: 'BAD_USER_INPUT' }],
    });
    expect((await answer(document, { on: null })).errors).toEqual([
      { path: ['areas', 'nodes', 0], code: 'BAD_USER_INPUT' },
    ]);
  });
});

describe('what a policy hides', () => {
  it('takes the object around with it where it may not be null, and says where', async () => {
    const remark = `remark(id: "${encodeId('ar', '00000000-0000-7000-8000-000600000003')}")`;
    expect(await answer(`{ r: ${remark} { text by: client { code } } clients { nodes { code } } }`, {}, north)).toEqual(
      {
        data: { r: null, clients: { nodes: [{ code: 'A' }] } },
        errors: [{ path: ['r', 'by'], code: 'NOT_FOUND' }],
      },
    );
  });

  it('goes up through lists that may hold no null', async () => {
    expect(
      await answer('{ remarks(orderBy: [{field: CREATED_AT}]) { edges { node { client { code } } } } }', {}, north),
    ).toEqual({
      data: null,
      errors: [{ path: ['remarks', 'edges', 2, 'node', 'client'], code: 'NOT_FOUND' }],
    });
  });

  it('is not mistaken for data that looks like the mark', async () => {
    await database.pool.query(`update "area" set "name" = $1 where "code" = 'S'`, ['\\u0000!']);
    expect(
      await answer('{ area(code: "S") { name } remarks(first: 1) { nodes { client { code } } } }', {}, north),
    ).toEqual({
      data: { area: { name: '\\u0000!' }, remarks: { nodes: [{ client: { code: 'A' } }] } },
      errors: [],
    });
  });
});

describe('the cost', () => {
  const costOf = (text: string): number => {
    const document = parse(text);
    return engine.planQuery(
      { document, operation: document.definitions[0] as never, fragments: {}, variables: {} },
      admin,
    )!.cost;
  };

  it('counts a row of several types once', () => {
    expect(costOf('{ members(first: 10) { nodes { name ... on Person { born } ... on Firm { staff } } } }')).toBe(
      costOf('{ areas(first: 10) { nodes { name } } }'),
    );
    expect(costOf('{ remarks(first: 10) { nodes { subject { ... on Bill { number } ... on Area { name } } } } }')).toBe(
      costOf('{ bills(first: 10) { nodes { client { code } } } }'),
    );
  });

  it('is that of a search without an index where no operator has one to go by', () => {
    const filtered = (condition: string) =>
      costOf(`{ bills(first: 10, filter: {number: ${condition}}) { nodes { number } } }`);
    const served = filtered('{eq: "B-1"}');
    for (const condition of [
      '{in: ["B-1"]}',
      '{gt: "B-1"}',
      '{startsWith: "B"}',
      '{isNull: true}',
      '{eq: "B-1", ne: "B-2"}',
      '{}',
    ])
      expect(filtered(condition)).toBe(served);
    for (const condition of [
      '{ne: "B-1"}',
      '{notIn: ["B-1"]}',
      '{contains: "1"}',
      '{isNull: false}',
      '{ne: "B-1", contains: "1"}',
    ])
      expect(filtered(condition)).toBe(served + 100);
  });

  it('counts the dearest of the types that a row may have', () => {
    const dear = costOf('{ members(first: 10) { nodes { ... on Firm { clients(first: 5) { nodes { code } } } } } }');
    expect(
      costOf(
        '{ members(first: 10) { nodes { ... on Person { name } ... on Firm { clients(first: 5) { nodes { code } } } } } }',
      ),
    ).toBe(dear);
  });

  it('grows with the depth of types in one table as the document does', () => {
    const nested = (levels: number): string =>
      levels === 0
        ? 'name'
        : `name ... on Person { born } clients(first: 1) { nodes { member { ${nested(levels - 1)} } } }`;
    const lengthOf = (levels: number) => {
      const document = parse(`{ members(first: 1) { nodes { ${nested(levels)} } } }`);
      return engine.planQuery(
        { document, operation: document.definitions[0] as never, fragments: {}, variables: {} },
        admin,
      )!.sql.length;
    };
    expect(lengthOf(5) - lengthOf(4)).toBeLessThan(1.2 * (lengthOf(3) - lengthOf(2)));
  });
});
