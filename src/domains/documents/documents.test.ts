import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';

const hashes = (text: string) => ({
  md5: createHash('md5').update(text).digest('hex'),
  sha1: createHash('sha1').update(text).digest('hex'),
  sha256: createHash('sha256').update(text).digest('hex'),
});
const sha = (text: string) => hashes(text).sha256;
const apollo = (...bodies: string[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: bodies.map((body) => ({ id: sha(body), name: /\w+ (\w+)/.exec(body)?.[1] ?? 'x', type: 'query', body })),
});

const REGIONS = 'query Regions($first: Int = 5) { regions(first: $first) { nodes { code name } } }';
const VIEWER = 'query Who { viewer { kind subject } }';
const SHIPPED = 'query Shipped { viewer { kind } }';
const ROLE =
  'mutation Save($code: String!) { documentClientSave(input: { code: $code }) { client { code } userErrors { code } } }';

const partner: As = { sub: 'p', role: 'partner', client: 'portal' };
const other: As = { sub: 'q', role: 'partner', client: 'other' };

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ TRUSTED_ONLY: 'partner,customer' }, [{ name: 'shipped', query: SHIPPED }]);
  for (const code of ['portal', 'other']) await saveClient({ code });
  expect(await register('portal', apollo(REGIONS, VIEWER))).toMatchObject({
    userErrors: [],
    unchanged: 0,
    refused: [],
  });
});
afterAll(() => graph.close());

const saveClient = (input: object) =>
  graph.query(
    'mutation ($input: DocumentClientSaveInput!) { documentClientSave(input: $input) { client { code maxCost } userErrors { code path } } }',
    { input },
  );

async function register(client: string, manifest: unknown) {
  const { data, errors } = await graph.query(
    `mutation ($input: DocumentsRegisterInput!) { documentsRegister(input: $input) {
      client { code } documents { hash name version cost operation status registeredBy } unchanged refused { index name hash code reason } userErrors { code path } } }`,
    { input: { client, manifest } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.documentsRegister;
}

const retire = async (input: object) =>
  (
    await graph.query(
      'mutation ($input: DocumentRetireInput!) { documentRetire(input: $input) { document { status } userErrors { code path } } }',
      { input },
    )
  ).data.documentRetire;

async function post(body: object, as: As, headers: Record<string, string> = {}) {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.token(as)}`, ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { data?: never; errors?: { extensions: { code: string } }[] },
  };
}

async function get(search: Record<string, string>, as: As, headers: Record<string, string> = {}) {
  return fetch(`${graph.url}?${new URLSearchParams(search)}`, {
    headers: { authorization: `Bearer ${await graph.token(as)}`, ...headers },
  });
}

const codes = ({ body }: Awaited<ReturnType<typeof post>>) => body.errors?.map((error) => error.extensions.code);

describe('registering', () => {
  it('is idempotent, counts what was there, and prices by the read compiler', async () => {
    const again = await register('portal', apollo(REGIONS, VIEWER));
    expect(again).toMatchObject({ documents: [], unchanged: 2, refused: [] });
    const { data } = await graph.query(
      'query ($hash: String!) { trustedDocument(hash: $hash) { name version cost operation status registeredBy allowances { nodes { client { code } } } } }',
      { hash: sha(REGIONS) },
    );
    expect(data.trustedDocument).toMatchObject({
      name: 'Regions',
      version: 1,
      operation: 'QUERY',
      status: 'ACTIVE',
      registeredBy: 'tester',
      allowances: { nodes: [{ client: { code: 'portal' } }] },
    });
    expect(data.trustedDocument.cost).toBeGreaterThanOrEqual(5);
    expect(data.trustedDocument.cost).toBeLessThan(20);
  });

  it('takes the good documents of a manifest and says of each other why not, with its place', async () => {
    const good = 'query Good { viewer { kind } }';
    const invalid = 'query Bad { viewer { password } }';
    const manifest = apollo(
      good,
      invalid,
      'query Broken {',
      'fragment F on Viewer { kind }',
      'query Schema { __schema { queryType { name } } }',
      '{ viewer { kind } }',
    );
    manifest.operations.push(
      { id: sha('something else'), name: 'Forged', type: 'query', body: good },
      { id: 'abc', name: 'Short', type: 'query', body: good },
    );
    const result = await register('portal', manifest);
    expect(result.documents).toMatchObject([{ name: 'Good' }]);
    expect(result.refused.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [1, 'INVALID'],
      [2, 'SYNTAX_ERROR'],
      [3, 'INVALID'],
      [4, 'INTROSPECTION'],
      [5, 'NO_NAME'],
      [6, 'HASH_MISMATCH'],
      [7, 'UNKNOWN_HASH'],
    ]);
    expect(result.refused[0].reason).toContain('Cannot query field "password"');
  });

  it('takes a map of Relay with hashes of any of its kinds', async () => {
    const text = 'query FromRelay { viewer { subject } }';
    const { md5, sha1, sha256 } = hashes(text);
    const result = await register('portal', { [md5]: text, [sha1]: text, [sha256]: text, ['0'.repeat(32)]: text });
    expect(result.documents.map(({ hash }: { hash: string }) => hash).sort()).toEqual([md5, sha1, sha256].sort());
    expect(result.refused).toMatchObject([{ index: 3, code: 'HASH_MISMATCH' }]);
    expect(codes(await post({ doc_id: md5 }, partner))).toBeUndefined();
    expect(codes(await post({ id: sha1 }, partner))).toBeUndefined();
  });

  it('numbers the versions of an operation; older ones stay in use', async () => {
    const [first, second] = ['query Versioned { viewer { kind } }', 'query Versioned { viewer { kind name } }'];
    expect((await register('portal', apollo(first))).documents).toMatchObject([{ version: 1 }]);
    expect((await register('portal', apollo(second))).documents).toMatchObject([{ version: 2 }]);
    for (const text of [first, second])
      expect(codes(await post({ documentId: `sha256:${sha(text)}` }, partner))).toBeUndefined();
  });

  it('refuses what costs more than the client may spend, at registration and with the variables of a request', async () => {
    await saveClient({ code: 'small', maxCost: 100 });
    const dear = 'query Dear { regions(first: 100) { nodes { children(first: 100) { nodes { code } } } } }';
    const cheap = 'query Cheap($first: Int = 5) { regions(first: $first) { nodes { code } } }';
    const result = await register('small', apollo(dear, cheap));
    expect(result.refused).toMatchObject([{ index: 0, code: 'TOO_COSTLY' }]);
    const small: As = { sub: 's', role: 'partner', client: 'small' };
    expect(codes(await post({ documentId: sha(cheap), variables: { first: 20 } }, small))).toBeUndefined();
    expect(codes(await post({ documentId: sha(cheap), variables: { first: 200 } }, small))).toEqual([
      'OPERATION_TOO_COSTLY',
    ]);
  });

  it('holds a client to the number of documents that it may have', async () => {
    await saveClient({ code: 'few', maxDocuments: 1 });
    const result = await register('few', apollo('query One { viewer { kind } }', 'query Two { viewer { name } }'));
    expect(result).toMatchObject({ documents: [{ name: 'One' }], refused: [{ index: 1, code: 'TOO_MANY' }] });
  });

  it.each([
    ['an unknown client', 'nobody', apollo(VIEWER), ['NOT_FOUND', 'input.client']],
    ['no object', 'portal', [1], ['INVALID_MANIFEST', 'input.manifest']],
    [
      'another format',
      'portal',
      { format: 'x', version: 1, operations: [] },
      ['INVALID_MANIFEST', 'input.manifest.format'],
    ],
    [
      'an operation without a body',
      'portal',
      { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'x' }] },
      ['INVALID_MANIFEST', 'input.manifest.operations.0'],
    ],
    [
      'too many documents',
      'portal',
      Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [String(index), ''])),
      ['TOO_MANY', 'input.manifest'],
    ],
  ])('refuses the whole manifest for %s', async (_what, client, manifest, [code, path]) => {
    expect(await register(client, manifest)).toMatchObject({
      client: null,
      userErrors: [{ code, path: path!.split('.') }],
    });
  });

  it('may be done by several at once: each document is there once', async () => {
    const manifest = apollo(...Array.from({ length: 20 }, (_, index) => `query Race${index} { viewer { kind } }`));
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => register(index % 2 ? 'portal' : 'other', manifest)),
    );
    expect(results.map(({ refused }) => refused)).toEqual(Array(6).fill([]));
    expect(results.map(({ documents }) => documents.length).sort()).toEqual([0, 0, 0, 0, 20, 20]);
    const { rows } = await graph.database.pool.query(
      `select count(*)::int as "count" from "trusted_document" where "name" like 'Race%'`,
    );
    expect(rows).toEqual([{ count: 20 }]);
  });

  it.each([
    ['staff', { sub: 'a', role: 'staff', region: '86' }],
    ['partners', partner],
    ['customers', { sub: 'c', role: 'customer', customer: 'none' }],
  ] as [string, As][])('is not for %s, and writes nothing then', async (_who, as) => {
    const text = 'query Intruder { viewer { kind } }';
    const { errors } = await graph.query(
      'mutation ($input: DocumentsRegisterInput!) { documentsRegister(input: $input) { unchanged } }',
      { input: { client: 'portal', manifest: apollo(text) } },
      { as },
    );
    expect(['FORBIDDEN', 'DOCUMENT_REQUIRED', 'UNAUTHENTICATED']).toContain(errors?.[0]?.extensions['code']);
    const { rows } = await graph.database.pool.query('select 1 from "trusted_document" where "hash" = $1', [sha(text)]);
    expect(rows).toEqual([]);
  });
});

describe('running', () => {
  it.each([
    ['documentId', { documentId: `sha256:${sha(VIEWER)}` }],
    ['a bare documentId', { documentId: sha(VIEWER).toUpperCase() }],
    ['extensions.persistedQuery', { extensions: { persistedQuery: { version: 1, sha256Hash: sha(VIEWER) } } }],
    ['doc_id', { doc_id: sha(VIEWER) }],
    ['id', { id: sha(VIEWER) }],
  ])('runs by %s, over POST and GET', async (_how, named) => {
    const expected = { data: { viewer: { kind: 'PARTNER', subject: 'p' } } };
    expect((await post(named, partner)).body).toEqual(expected);
    const search = Object.fromEntries(
      Object.entries(named).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
    expect(await (await get(search, partner)).json()).toEqual(expected);
  });

  it('takes variables, and answers the same again from what it has prepared', async () => {
    for (const first of [2, 2, 3]) {
      const { body } = await post({ documentId: sha(REGIONS), variables: { first } }, partner);
      expect((body.data as unknown as { regions: { nodes: unknown[] } }).regions.nodes).toHaveLength(first);
    }
  });

  it.each([
    ['an unknown hash', { documentId: sha('nothing') }, 'DOCUMENT_NOT_FOUND'],
    [
      "an unknown hash, as Apollo's clients send it",
      { extensions: { persistedQuery: { version: 1, sha256Hash: sha('nothing') } } },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['a name of no form', { documentId: { $ne: null } }, 'BAD_REQUEST'],
    ['a hash with SQL in it', { documentId: "' or 1=1 --" }, 'BAD_REQUEST'],
    ['two names', { documentId: sha(VIEWER), doc_id: sha(VIEWER) }, 'BAD_REQUEST'],
    ['a name and a text', { documentId: sha(VIEWER), query: VIEWER }, 'BAD_REQUEST'],
    ['a text', { query: VIEWER }, 'DOCUMENT_REQUIRED'],
    [
      'a text for automatic registration',
      {
        query: VIEWER.replace('Who', 'Auto'),
        extensions: { persistedQuery: { version: 1, sha256Hash: sha(VIEWER.replace('Who', 'Auto')) } },
      },
      'DOCUMENT_REQUIRED',
    ],
    ['introspection', { query: '{ __schema { queryType { name } } }' }, 'DOCUMENT_REQUIRED'],
  ])('refuses a partner %s', async (_what, body, code) => {
    expect(codes(await post(body, partner))).toEqual([code]);
  });

  it("answers another client's document like one that is not there", async () => {
    const [foreign, missing] = [
      await post({ documentId: sha(VIEWER) }, other),
      await post({ documentId: sha('nothing') }, other),
    ];
    expect(foreign.body).toEqual(missing.body);
    expect(foreign.status).toBe(missing.status);
  });

  it('holds partners without a client, and customers with one or without, to what is theirs', async () => {
    expect(codes(await post({ documentId: sha(VIEWER) }, { sub: 'p', role: 'partner' }))).toEqual([
      'DOCUMENT_NOT_FOUND',
    ]);
    expect(codes(await post({ documentId: sha(SHIPPED) }, { sub: 'p', role: 'partner' }))).toEqual([
      'DOCUMENT_NOT_FOUND',
    ]);
    const region = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
    const created = await graph.query(
      'mutation ($id: ID!) { customerCreate(input: { regionId: $id, individual: { name: "Portal" } }) { customer { code } } }',
      { id: region },
    );
    const self: As = { sub: 'c', role: 'customer', customer: created.data.customerCreate.customer.code };
    expect(codes(await post({ documentId: sha(SHIPPED) }, self))).toBeUndefined();
    expect(codes(await post({ documentId: sha(VIEWER) }, self))).toEqual(['DOCUMENT_NOT_FOUND']);
    expect(codes(await post({ query: VIEWER }, self))).toEqual(['DOCUMENT_REQUIRED']);
    expect(codes(await post({ documentId: sha(VIEWER) }, { ...self, client: 'portal' }))).toBeUndefined();
    expect(codes(await post({ documentId: sha(SHIPPED) }, { ...self, client: 'portal' }))).toEqual([
      'DOCUMENT_NOT_FOUND',
    ]);
  });

  it('lets staff and administrators send texts, and run what is registered', async () => {
    const staff: As = { sub: 'a', role: 'staff', region: '86' };
    for (const as of [staff, 'admin'] as const) {
      expect(codes(await post({ query: VIEWER }, as))).toBeUndefined();
      expect(codes(await post({ documentId: sha(VIEWER) }, as))).toBeUndefined();
      expect(codes(await post({ documentId: sha(SHIPPED) }, as))).toBeUndefined();
      const text = VIEWER.replace('Who', 'Unregistered');
      expect(
        codes(await post({ query: text, extensions: { persistedQuery: { version: 1, sha256Hash: sha(text) } } }, as)),
      ).toBeUndefined();
      expect(codes(await post({ extensions: { persistedQuery: { version: 1, sha256Hash: sha(text) } } }, as))).toEqual([
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
    }
  });

  it('holds any token that names a client to the documents of the client', async () => {
    const as: As = { sub: 'a', role: 'staff', region: '86', client: 'portal' };
    expect(codes(await post({ documentId: sha(VIEWER) }, as))).toBeUndefined();
    expect(codes(await post({ query: VIEWER }, as))).toEqual(['DOCUMENT_REQUIRED']);
  });

  it('refuses a registered mutation by GET and runs it by POST, where row and operation policies hold as ever', async () => {
    await register('portal', apollo(ROLE));
    const refused = await get({ documentId: sha(ROLE), variables: '{"code":"new"}' }, partner);
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    expect(codes(await post({ documentId: sha(ROLE), variables: { code: 'new' } }, partner))).toEqual(['FORBIDDEN']);
    expect((await post({ documentId: sha(ROLE), variables: { code: 'new' } }, 'admin')).body.data).toMatchObject({
      documentClientSave: { client: { code: 'new' } },
    });
  });

  it('lets the caller keep answers by GET, and says when they are still the same', async () => {
    await saveClient({ code: 'portal', cacheSeconds: 30 });
    await until(
      async () =>
        (await get({ documentId: sha(REGIONS) }, partner)).headers.get('cache-control') === 'private, max-age=30',
    );
    const first = await get({ documentId: sha(REGIONS) }, partner);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{32}"$/);
    expect(first.headers.get('vary')).toContain('authorization');
    const again = await get({ documentId: sha(REGIONS) }, partner, { 'if-none-match': `W/"x", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const changed = await get({ documentId: sha(REGIONS), variables: '{"first":1}' }, partner, {
      'if-none-match': etag,
    });
    expect(changed.status).toBe(200);
    const failed = await get({ documentId: sha(REGIONS), variables: '{"first":"x"}' }, partner);
    expect([failed.headers.get('etag'), failed.headers.get('cache-control')]).toEqual([null, 'no-store']);
    const adHoc = await get({ query: VIEWER }, 'admin');
    expect(adHoc.headers.get('cache-control')).toBe('no-store');
  });

  it('runs over WebSocket by documentId, and refuses texts there too', async () => {
    const authorization = `Bearer ${await graph.token(partner)}`;
    const client = createClient({
      url: graph.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
    });
    const run = (payload: object) =>
      new Promise((resolve) => {
        let answer: unknown;
        client.subscribe(payload as never, {
          next: (value) => (answer = value),
          error: resolve,
          complete: () => resolve(answer),
        });
      });
    expect(await run({ query: '', documentId: `sha256:${sha(VIEWER)}` })).toMatchObject({
      data: { viewer: { subject: 'p' } },
    });
    expect(
      await run({ query: '', extensions: { persistedQuery: { version: 1, sha256Hash: sha(VIEWER) } } }),
    ).toMatchObject({ data: { viewer: { subject: 'p' } } });
    expect(await run({ query: '', documentId: sha('nothing') })).toMatchObject([
      { extensions: { code: 'DOCUMENT_NOT_FOUND' } },
    ]);
    expect(await run({ query: VIEWER })).toMatchObject([{ extensions: { code: 'DOCUMENT_REQUIRED' } }]);
    await client.dispose();
  });

  it('needs no empty query beside a documentId over WebSocket', async () => {
    const socket = new WebSocket(graph.url.replace('http', 'ws'), 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const next = () =>
      new Promise<{ type: string; payload: unknown }>((resolve) =>
        socket.once('message', (data) => resolve(JSON.parse(String(data)))),
      );
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await graph.token(partner)}` } }),
    );
    expect(await next()).toMatchObject({ type: 'connection_ack' });
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { documentId: sha(VIEWER) } }));
    expect(await next()).toMatchObject({ type: 'next', payload: { data: { viewer: { subject: 'p' } } } });
    socket.close();
  });

  it('runs as a stream of events', async () => {
    const response = await get({ documentId: sha(VIEWER) }, partner, { accept: 'text/event-stream' });
    expect(await response.text()).toContain('"subject":"p"');
  });
});

describe('statistics', () => {
  it('count uses by client and day, written in batches', async () => {
    const text = 'query Counted { viewer { kind } }';
    await register('portal', apollo(text));
    for (let times = 0; times < 7; times++) await post({ documentId: sha(text) }, partner);
    const read = async () =>
      (
        await graph.query(
          'query ($hash: String!) { trustedDocument(hash: $hash) { usages { nodes { count day lastUsedAt client { code } } } } }',
          { hash: sha(text) },
        )
      ).data.trustedDocument.usages.nodes;
    expect(await read()).toEqual([]);
    await until(async () => (await read()).length > 0, 15_000);
    const today = new Date().toISOString().slice(0, 10);
    expect(await read()).toMatchObject([{ count: 7, day: today, client: { code: 'portal' } }]);
  }, 40_000);
});

describe('retiring', () => {
  it('ends a document for all within seconds, and for good', async () => {
    const text = 'query Old { viewer { kind } }';
    await register('portal', apollo(text));
    expect(codes(await post({ documentId: sha(text) }, partner))).toBeUndefined();
    expect(await retire({ hash: sha(text), reason: 'replaced' })).toMatchObject({
      document: { status: 'RETIRED' },
      userErrors: [],
    });
    await until(async () => codes(await post({ documentId: sha(text) }, partner))?.[0] === 'DOCUMENT_NOT_FOUND');
    expect(codes(await post({ documentId: sha(text) }, 'admin'))).toEqual(['DOCUMENT_NOT_FOUND']);
    expect(await register('portal', apollo(text))).toMatchObject({ documents: [], refused: [{ code: 'RETIRED' }] });
    expect(await retire({ hash: sha(text) })).toMatchObject({ userErrors: [{ code: 'INVALID_TRANSITION' }] });
    expect(await retire({ hash: sha('nothing') })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'hash'] }],
    });
  });

  it('can be done for one client only', async () => {
    const text = 'query Shared { viewer { kind } }';
    for (const client of ['portal', 'other']) await register(client, apollo(text));
    for (const as of [partner, other]) expect(codes(await post({ documentId: sha(text) }, as))).toBeUndefined();
    expect(await retire({ hash: sha(text), client: 'other' })).toMatchObject({ document: { status: 'ACTIVE' } });
    await until(async () => codes(await post({ documentId: sha(text) }, other))?.[0] === 'DOCUMENT_NOT_FOUND');
    expect(codes(await post({ documentId: sha(text) }, partner))).toBeUndefined();
  });

  it('stops all documents of a client that is not active', async () => {
    await saveClient({ code: 'paused' });
    const as: As = { sub: 'x', role: 'partner', client: 'paused' };
    await register('paused', apollo(VIEWER));
    expect(codes(await post({ documentId: sha(VIEWER) }, as))).toBeUndefined();
    await saveClient({ code: 'paused', active: false });
    await until(async () => codes(await post({ documentId: sha(VIEWER) }, as))?.[0] === 'DOCUMENT_NOT_FOUND');
  });
});
