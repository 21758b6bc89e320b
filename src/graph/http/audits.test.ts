import { serverAudits } from 'graphql-http';
import { startServer, token, type TestServer } from './testing/server.js';

describe('the audits of GraphQL over HTTP', () => {
  let server: TestServer;
  let bearer: string;
  beforeAll(async () => {
    server = await startServer();
    bearer = await token();
  });
  afterAll(() => server.close());

  const audits = serverAudits({
    url: () => `${server.origin}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${bearer}` },
      }),
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: 'ok' });
  });
});
