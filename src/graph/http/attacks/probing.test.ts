import { getIntrospectionQuery } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type As, startTestGraph, type TestGraph } from '../../../testing/graph.js';

const SECRET = 'a secret of production that nobody knows';
let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({
    NODE_ENV: 'production',
    TOKEN_SECRET: SECRET,
    TRUSTED_ONLY: 'none',
    MISS_LIMITS: 'system=20,partner=5',
    RATE_LIMITS: 'system=1000,partner=100',
  });
});
afterAll(() => graph.close());

const system = (sub: string): As => ({ sub, role: 'system' });
const partner = (sub: string): As => ({ sub, role: 'partner' });

async function send(body: object, as: As, headers: Record<string, string> = {}) {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.token(as)}`, ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    codes: answer.errors?.map((error) => error.extensions.code),
    messages: answer.errors?.map(({ message }) => message).join(' ') ?? '',
  };
}

async function overSocket(query: string, as: As): Promise<{ message: string; extensions?: { code: string } }[]> {
  const client = createClient({
    url: graph.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${await graph.token(as)}` },
  });
  const errors = await new Promise((resolve) =>
    client.subscribe(
      { query },
      { next: (value) => resolve(value.errors ?? []), error: resolve, complete: () => resolve([]) },
    ),
  );
  await client.dispose();
  return errors as never;
}

describe('the contract', () => {
  it.each([
    ['whole', getIntrospectionQuery()],
    ['by the name of a type', '{ __type(name: "Customer") { fields { name } } }'],
    ['under an alias', '{ viewer { kind } a: __schema { types { name } } }'],
    ['in a fragment', '{ ...F } fragment F on Query { ... on Query { __schema { types { name } } } }'],
    ['in a second operation', 'query A { viewer { kind } } query B { __schema { types { name } } }'],
  ])('is not shown to partners in production: %s', async (_how, query) => {
    expect(
      await send({ query, operationName: query.startsWith('query A') ? 'A' : undefined }, partner('p')),
    ).toMatchObject({ status: 403, codes: ['INTROSPECTION_FORBIDDEN'] });
    expect(await overSocket(query.replace('query A { viewer { kind } }', ''), partner('p'))).toMatchObject([
      { extensions: { code: 'INTROSPECTION_FORBIDDEN' } },
    ]);
  });

  it('is shown to systems and staff, who build on it', async () => {
    expect((await send({ query: getIntrospectionQuery() }, system('s'))).codes).toBeUndefined();
  });

  it.each([
    ['a field', '{ viewr { kind } }', {}],
    ['a field of an object', '{ viewer { kin } }', {}],
    ['an argument', '{ customer(cod: "x") { name } }', {}],
    ['a type', 'query ($f: CustomerFiltr) { customers(filter: $f) { totalCount } }', {}],
    ['an enum value', '{ customers(orderBy: [{ field: NAM }]) { totalCount } }', {}],
    ['an input field', '{ customers(filter: { nam: { eq: "x" } }) { totalCount } }', {}],
    [
      'an input field in a variable',
      'query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }',
      { f: { nam: { eq: 'x' } } },
    ],
    [
      'an enum value in a variable',
      'query ($o: [CustomerOrder!]) { customers(orderBy: $o) { totalCount } }',
      { o: [{ field: 'NAM' }] },
    ],
  ])('is not told to partners by what they might have meant: %s', async (_what, query, variables) => {
    const { messages, codes } = await send({ query, variables }, partner('q'));
    expect(codes?.length).toBeGreaterThan(0);
    expect(messages).not.toMatch(/did you mean/i);
    const { messages: helpful } = await send({ query, variables }, system('s'));
    expect(helpful).toMatch(/did you mean/i);
    if (Object.keys(variables).length > 0) return;
    expect(JSON.stringify(await overSocket(query, partner('q')))).not.toMatch(/did you mean/i);
  });
});

describe('guessing', () => {
  it('codes one by one ends after so many that name nothing', async () => {
    const guess = (n: number) =>
      send(
        { query: 'query ($c: String) { customer(code: $c) { name } }', variables: { c: `C${n}` } },
        system('guesser'),
      );
    for (let n = 0; n < 20; n++) expect((await guess(n)).codes).toBeUndefined();
    const refused = await guess(20);
    expect(refused).toMatchObject({ status: 429, codes: ['RATE_LIMITED'] });
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect((await send({ query: '{ viewer { kind } }' }, system('guesser'))).codes).toBeUndefined();
    expect((await send({ query: '{ customer(code: "C1") { name } }' }, system('another'))).codes).toBeUndefined();
  });

  it('numbers in a filter counts alike', async () => {
    const guess = (n: number) =>
      send(
        {
          query: 'query ($f: ProductInstanceFilter) { productInstances(filter: $f) { nodes { id } } }',
          variables: { f: { accessNumber: { eq: `1380000${n}` } } },
        },
        system('dialler'),
      );
    for (let n = 0; n < 20; n++) expect((await guess(n)).codes).toBeUndefined();
    expect(await guess(20)).toMatchObject({ status: 429, codes: ['RATE_LIMITED'] });
  });

  it('many codes under aliases of one document counts each of them', async () => {
    const query = `{ ${Array.from({ length: 40 }, (_, n) => `c${n}: customer(code: "${n}") { name }`).join(' ')} }`;
    expect((await send({ query }, system('aliaser'))).codes).toBeUndefined();
    expect(await send({ query: '{ customer(code: "1") { name } }' }, system('aliaser'))).toMatchObject({
      status: 429,
      codes: ['RATE_LIMITED'],
    });
  });

  it('over WebSocket and as streams of events shares the count', async () => {
    const caller = partner('mixed');
    for (let n = 0; n < 3; n++) await overSocket(`{ region(code: "x${n}") { name } }`, caller);
    for (let n = 0; n < 2; n++) {
      const search = new URLSearchParams({ query: `{ region(code: "y${n}") { name } }` });
      await (
        await fetch(`${graph.url}?${search}`, {
          headers: { accept: 'text/event-stream', authorization: `Bearer ${await graph.token(caller)}` },
        })
      ).text();
    }
    expect(await send({ query: '{ region(code: "z") { name } }' }, caller)).toMatchObject({
      status: 429,
      codes: ['RATE_LIMITED'],
    });
    expect(await overSocket('{ region(code: "z") { name } }', caller)).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
  });

  it('what exists does not count', async () => {
    for (let n = 0; n < 30; n++)
      expect((await send({ query: '{ region(code: "4401") { name } }' }, system('honest'))).codes).toBeUndefined();
  });
});

it('limits how often a caller may call, partners sooner than systems', async () => {
  const answers = await Promise.all(
    Array.from({ length: 130 }, () => send({ query: '{ viewer { kind } }' }, partner('busy'))),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(20);
  expect(refused[0]).toMatchObject({ codes: ['RATE_LIMITED'], retryAfter: expect.stringMatching(/^\d+$/) });
  const others = await Promise.all(
    Array.from({ length: 130 }, () => send({ query: '{ viewer { kind } }' }, system('busy'))),
  );
  expect(others.every(({ status }) => status === 200)).toBe(true);
});
