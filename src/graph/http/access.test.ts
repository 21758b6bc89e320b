import { getIntrospectionQuery } from 'graphql';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import { config, post, startServer, token, type TestServer } from './testing/server.js';

const refusal = { status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } };

describe('in production', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('knows the bearer of a token', async () => {
    expect(await post(server, { query: '{ who }' })).toMatchObject({ status: 200, body: { data: { who: 'anna' } } });
  });

  it.each([
    ['no token', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic YW5uYTpwYXNz'],
    ['nonsense', 'Bearer nonsense'],
    ['a token without its scheme', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('gives no data to %s', async (_what, authorization) => {
    const answer = await post(server, { query: '{ who }' }, { authorization });
    expect(answer).toMatchObject(refusal);
    expect(answer.body.data).toBeUndefined();
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('says that a token has expired', async () => {
    const answer = await post(server, { query: '{ who }' }, { authorization: `Bearer ${await token(-10)}` });
    expect(answer).toMatchObject({ status: 401, body: { errors: [{ extensions: { reason: 'expired' } }] } });
  });

  it('shows the schema to callers it knows, not to others', async () => {
    const query = getIntrospectionQuery();
    expect(await post(server, { query })).toMatchObject({
      status: 200,
      body: { data: { __schema: expect.anything() } },
    });
    expect(await post(server, { query }, { authorization: undefined })).toMatchObject(refusal);
  });

  it('refuses strangers before it parses anything, and hides the schema in error messages', async () => {
    expect(await post(server, '{', { authorization: undefined })).toMatchObject(refusal);
    const authorization = `Bearer ${await token(3_600, { role: 'partner' })}`;
    const answer = await post(server, { query: '{ whi }' }, { authorization });
    expect(answer.body.errors?.[0]?.message).toBe('Cannot query field "whi" on type "Query".');
    const staff = await post(server, { query: '{ whi }' });
    expect(staff.body.errors?.[0]?.message).toContain('Did you mean "who"');
  });

  it('answers health checks to everybody', async () => {
    expect((await fetch(`${server.origin}/health/live`)).status).toBe(200);
    expect((await fetch(`${server.origin}/health/ready`)).status).toBe(200);
  });
});

describe('in development', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ config: { ...config, environment: 'development', explorer: true } });
  });
  afterAll(() => server.close());

  const stranger = { authorization: undefined };

  it('shows the schema to strangers', async () => {
    const answer = await post(server, { query: getIntrospectionQuery() }, stranger);
    expect(answer).toMatchObject({ status: 200, body: { data: { __schema: expect.anything() } } });
  });

  it.each([
    ['a field beside the schema', '{ __typename who }'],
    ['a field in a fragment', '{ __typename ...F } fragment F on Query { who }'],
    ['an alias that looks like the schema', '{ __schema: who }'],
    ['a second operation', 'query A { __typename } mutation B { touch }'],
    ['nothing that parses', '{'],
  ])('gives strangers no data through %s', async (_what, query) => {
    expect(await post(server, { query, operationName: 'B' }, stranger)).toMatchObject(refusal);
  });

  it('refuses an invalid token even for the schema', async () => {
    expect(await post(server, { query: '{ __typename }' }, { authorization: 'Bearer x' })).toMatchObject(refusal);
  });
});

describe('an own way to authenticate', () => {
  it('decides who calls, and its refusals keep their code and status', async () => {
    const server = await startServer({
      authenticate: async (key) => {
        if (key !== 'key-1') throw new UnauthenticatedError('invalid');
        return { sub: 'billing', role: 'system', exp: 0 };
      },
      contextFor: async ({ claims, headers }) => {
        if (headers['x-tenant'] === 'other')
          throw Object.assign(new Error('not yours'), { extensions: { code: 'FORBIDDEN' } });
        if (headers['x-tenant'] === 'down') throw new Error('10.0.0.1 refused the connection');
        return { claims };
      },
    });
    const as = (key: string, tenant: string) =>
      post(server, { query: '{ who }' }, { authorization: `Bearer ${key}`, 'x-tenant': tenant });
    expect(await as('key-1', 'ours')).toMatchObject({ status: 200, body: { data: { who: 'billing' } } });
    expect(await as('key-2', 'ours')).toMatchObject(refusal);
    expect(await as('key-1', 'other')).toMatchObject({
      status: 403,
      body: { errors: [{ message: 'not yours', extensions: { code: 'FORBIDDEN' } }] },
    });
    expect(await as('key-1', 'down')).toMatchObject({ status: 500, body: { errors: [{ message: 'Internal error' }] } });
    await server.close();
  });
});
