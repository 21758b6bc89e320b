import { gzipSync } from 'node:zlib';
import WebSocket from 'ws';
import { type As, startTestGraph, type TestGraph } from '../../../testing/graph.js';

/** Most milliseconds of work that a refusal may take where nothing is executed, the client's share included. */
const QUICK = 50;

/** Milliseconds that this process has worked; the clock would also count what others do on the machine. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

let graph: TestGraph;
let bearer: string;
const staff: As = { sub: 'mallory', role: 'staff', region: '86' };
beforeAll(async () => {
  graph = await startTestGraph();
  bearer = `Bearer ${await graph.token(staff)}`;
  await send({ query: '{ viewer { kind } }' });
});
afterAll(() => graph.close());

async function send(body: object | string | Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: bearer,
      ...headers,
    },
    body: body instanceof Uint8Array ? body : textOf(body),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] };
  return {
    status: response.status,
    codes: [...new Set(errors?.map(({ extensions }) => extensions['code']))],
    limits: errors?.map(({ extensions }) => extensions['limit']),
  };
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
/** Stands for something so deep that JSON.stringify, which calls itself, could not write it. */
const DEEP = '<deep>';
const deepText = `${'{"and":'.repeat(10_000)}{}${'}'.repeat(10_000)}`;
const textOf = (body: object | string) =>
  (typeof body === 'string' ? body : JSON.stringify(body)).replace(`"${DEEP}"`, deepText);
const tower = (levels: number, size: number) =>
  `{ regions(first: ${size}) { nodes { ${`children(first: ${size}) { nodes { `.repeat(levels)} code ${'} }'.repeat(levels)} } } }`;

const bombs: [string, { query: string; variables?: unknown }, string][] = [
  [
    'seven hundred aliases of one lookup',
    { query: `{ ${times(700, (n) => `a${n}: customer(code: "${n}") { name }`)} }` },
    'DOCUMENT_TOO_COMPLEX',
  ],
  [
    'a hundred mutations in one document',
    {
      query: `mutation { ${times(100, (n) => `m${n}: documentClientSave(input: { code: "c${n}" }) { userErrors { code } }`)} }`,
    },
    'DOCUMENT_TOO_COMPLEX',
  ],
  [
    'many aliases below a field',
    { query: `{ regions { nodes { ${times(500, (n) => `a${n}: name`)} } } }` },
    'DOCUMENT_TOO_COMPLEX',
  ],
  ['lists within lists', { query: tower(4, 200) }, 'OPERATION_TOO_COSTLY'],
  [
    'a mutation that reads half the database afterwards',
    {
      query:
        'mutation { documentRetire(input: { hash: "x" }) { document { allowances(first: 200) { nodes { client { allowances(first: 200) { nodes { document { allowances(first: 200) { nodes { id } } } } } } } } } } }',
    },
    'OPERATION_TOO_COSTLY',
  ],
  [
    'objects nested deeper than anybody needs',
    { query: `{ regions(first: 1) { nodes { ${'parent { '.repeat(20)} code ${'}'.repeat(20)} } } }` },
    'OPERATION_TOO_DEEP',
  ],
  ['braces nested five thousand deep', { query: '{a'.repeat(4_900) }, 'DOCUMENT_TOO_COMPLEX'],
  [
    'lists in a literal nested five thousand deep',
    { query: `{ regions(filter: ${'['.repeat(9_000)}` },
    'DOCUMENT_TOO_COMPLEX',
  ],
  ['a document of ninety thousand tokens', { query: `{ ${'a '.repeat(45_000)} }` }, 'GRAPHQL_PARSE_FAILED'],
  ['a document of half a megabyte', { query: `{ viewer { kind } } #${'x'.repeat(500_000)}` }, 'DOCUMENT_TOO_COMPLEX'],
  ['one field four thousand times', { query: `{ viewer { ${'kind '.repeat(4_000)} } }` }, 'DOCUMENT_TOO_COMPLEX'],
  [
    'fragments that spread each other',
    { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a fragment that spreads itself',
    { query: '{ viewer { ...A } } fragment A on Viewer { kind ...A }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that double at each step',
    {
      query: `{ regions { nodes { ...F0 } } } ${times(40, (n) => `fragment F${n} on Region { a: parent { ...F${n + 1} } b: parent { ...F${n + 1} } }`)} fragment F40 on Region { code }`,
    },
    'DOCUMENT_TOO_COMPLEX',
  ],
  [
    'a thousand fragments that must be compared',
    {
      query: `{ viewer { ${times(900, (n) => `...F${n}`)} } } ${times(900, (n) => `fragment F${n} on Viewer { kind }`)}`,
    },
    'DOCUMENT_TOO_COMPLEX',
  ],
  [
    'a thousand directives',
    { query: `{ viewer { kind ${'@skip(if: false) '.repeat(1_000)} } }` },
    'DOCUMENT_TOO_COMPLEX',
  ],
  [
    'variables ten thousand deep',
    { query: 'query ($f: RegionFilter) { regions(filter: $f) { totalCount } }', variables: { f: DEEP } },
    'VARIABLES_TOO_DEEP',
  ],
  [
    'questions about the schema within each other',
    { query: `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'types within types of the schema',
    { query: `{ __type(name: "Query") { ${'ofType { '.repeat(80)} name ${'}'.repeat(80)} } }` },
    'DOCUMENT_TOO_COMPLEX',
  ],
  ['a hundred operations', { query: times(100, (n) => `query Q${n} { viewer { kind } }`) }, 'DOCUMENT_TOO_COMPLEX'],
  [
    'more ids than a page holds',
    { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids: Array(5_000).fill('x') } },
    'BAD_USER_INPUT',
  ],
  [
    'sixty thousand values in a variable',
    {
      query: 'query ($f: RegionFilter) { regions(filter: $f) { totalCount } }',
      variables: { f: { code: { in: Array(60_000).fill('x') } } },
    },
    'VARIABLES_TOO_MANY',
  ],
  [
    'a filter of a thousand conditions',
    {
      query: 'query ($f: RegionFilter) { regions(filter: $f) { totalCount } }',
      variables: { f: { or: Array.from({ length: 1_000 }, () => ({ code: { eq: 'x' } })) } },
    },
    'BAD_USER_INPUT',
  ],
  [
    'conditions that multiply at each level',
    {
      query: 'query ($f: RegionFilter) { regions(filter: $f) { totalCount } }',
      variables: {
        f: {
          or: Array.from({ length: 30 }, () => ({ and: Array.from({ length: 30 }, () => ({ code: { eq: 'x' } })) })),
        },
      },
    },
    'BAD_USER_INPUT',
  ],
  ['a page of a million', { query: '{ regions(first: 1000000) { nodes { code } } }' }, 'BAD_USER_INPUT'],
];

describe.each(bombs)('%s', (_what, body, code) => {
  it(`ends over HTTP in ${code}, at once`, async () => {
    const took: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const began = worked();
      expect(await send(body)).toMatchObject({ status: 400, codes: [code] });
      took.push(worked() - began);
    }
    expect(Math.min(...took)).toBeLessThan(QUICK);
  });

  it(`ends over WebSocket in ${code}`, async () => {
    const socket = new WebSocket(graph.url.replace('http', 'ws'), 'graphql-transport-ws');
    const next = () =>
      new Promise<{ type: string; payload: unknown }>((resolve) =>
        socket.once('message', (data) => resolve(JSON.parse(String(data)))),
      );
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: bearer } }));
    expect(await next()).toMatchObject({ type: 'connection_ack' });
    socket.send(textOf({ type: 'subscribe', id: '1', payload: body }));
    const { type, payload } = await next();
    const errors = (type === 'error' ? payload : (payload as { errors: unknown }).errors) as {
      extensions: { code: string };
    }[];
    expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual([code]);
    socket.close();
  });
});

describe('bodies', () => {
  it('of a hundred megabytes are refused unread, and memory stays flat', async () => {
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    let left = 100;
    const stream = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const before = process.memoryUsage().rss;
    const init = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json', authorization: bearer },
    } as RequestInit;
    const answer = await fetch(graph.url, init).then(
      async (response) => ({ status: response.status, body: await response.json() }),
      // The server may hang up on a sender who does not stop.
      () => undefined,
    );
    if (answer)
      expect(answer).toMatchObject({ status: 413, body: { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] } });
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
  });

  it('that are compressed are refused unread, whatever they unfold to', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    expect(await send(bomb, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 415,
      codes: ['UNSUPPORTED_MEDIA_TYPE'],
    });
  });

  it('with several operations are refused', async () => {
    expect(await send([{ query: '{ viewer { kind } }' }, { query: '{ viewer { kind } }' }])).toMatchObject({
      status: 400,
      codes: ['BAD_REQUEST'],
    });
  });

  it('with names of the prototype change nothing', async () => {
    await send(
      '{"query":"{ viewer { kind } }","variables":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

it('writes nothing when it refuses mutations', async () => {
  const { rows } = await graph.database.pool.query('select count(*)::int as "count" from "document_client"');
  expect(rows).toEqual([{ count: 0 }]);
});

it('prices what is read below a field that code answers, by the length that it is asked for', async () => {
  const below = 'instance { tokens(first: 200) { nodes { tasks(first: 200) { nodes { id } } } } }';
  const list = (first: number, selection: string) => `{ processWorkList(first: ${first}) { tasks { ${selection} } } }`;
  expect(await send({ query: list(200, below) })).toMatchObject({ codes: ['OPERATION_TOO_COSTLY'] });
  // Nobody of that name works here: it was asked.
  expect(await send({ query: list(200, 'id') })).toMatchObject({ codes: ['NOT_FOUND'] });
  const aliases = times(
    12,
    (n) => `a${n}: processWorkList(first: 200) { tasks { id instance { id tokens(first: 20) { nodes { id } } } } }`,
  );
  expect(await send({ query: `{ ${aliases} }` })).toMatchObject({ codes: ['OPERATION_TOO_COSTLY'] });
});
