import { request } from 'node:http';
import { verifyToken } from '../../../kernel/access/token.js';
import { config, post, startServer, type TestServer } from '../testing/server.js';

const development = { ...config, environment: 'development', explorer: true } as const;
const examples = [{ name: 'Who am I </script>', query: 'query Who { who }' }];
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the explorer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ config: development, examples });
  });
  afterAll(() => server.close());

  /** The page as asked for under a host name, and the settings within. */
  async function page(host: string, path = '/graphql') {
    const text = await new Promise<string>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: server.port, path, headers: { ...html, host } };
      const req = request(options, async (res) => {
        let body = '';
        for await (const chunk of res) body += String(chunk);
        resolve(body);
      });
      req.once('error', reject).end();
    });
    const settings = /<script type="application\/json" id="settings">(.*?)<\/script>/.exec(text)?.[1] ?? '';
    return { text, settings: JSON.parse(settings) };
  }

  it.each(['/', '/graphql'])('is what browsers get at %s', async (path) => {
    const response = await fetch(server.origin + path, { headers: html });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('consists of files that exist, all from this server', async () => {
    const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
    const { text } = await page('localhost');
    const linked = found(text, /(?:src|href)="([^"]+)"/g).filter((url) => url !== 'data:,');
    const load = async (url: string): Promise<number> => {
      const response = await fetch(new URL(url, server.origin));
      expect([url, response.status, url.startsWith('/explorer/')]).toEqual([url, 200, true]);
      expect(response.headers.get('content-type')).toMatch(url.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
      const body = await response.text();
      if (!/client\.js|graphql-ws/.test(url)) return 1;
      const imports = found(body, /^(?:import|export) .*from '(.+)'/gm).map(
        (path) => new URL(path, server.origin + url).pathname,
      );
      const loaded = await Promise.all([...new Set(imports)].map(load));
      return loaded.reduce((sum, count) => sum + count, 1);
    };
    const counts = await Promise.all(linked.map(load));
    // The page links five; the client imports two more.
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(text).not.toMatch(/https?:\/\//);
  });

  it('sends a file once and then only that it is unchanged', async () => {
    const url = `${server.origin}/explorer/graphiql.css`;
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each([
    '/explorer/',
    '/explorer/../package.json',
    '/explorer/%2e%2e/package.json',
    '/explorer/graphql-ws/index.js',
  ])('serves nothing but those files (%s)', async (path) => {
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port: server.port, path }, (res) => resolve(res.resume().statusCode)).end();
    });
    expect(status).toBe(404);
  });

  it('carries the examples, and a token that works, for a browser on this machine', async () => {
    const { settings, text } = await page(`localhost:${server.port}`);
    expect(settings.examples).toEqual(examples);
    expect(text).not.toContain('I </script>');
    await expect(verifyToken(config, settings.token)).resolves.toMatchObject({ role: 'admin' });
    const answer = await post(server, { query: '{ who }' }, { authorization: `Bearer ${settings.token}` });
    expect(answer.body.data).toEqual({ who: 'explorer' });
  });

  it('gives no token to a site whose name points here', async () => {
    expect((await page('evil.example')).settings).not.toHaveProperty('token');
  });

  it('leaves operations to everybody else', async () => {
    expect((await post(server, { query: '{ who }' })).body.data).toEqual({ who: 'anna' });
    expect((await fetch(`${server.origin}/`)).status).toBe(404);
  });
});

describe('without the explorer', () => {
  it('there is no page and no file', async () => {
    const server = await startServer({ config: { ...development, explorer: false } });
    expect((await fetch(`${server.origin}/graphql`, { headers: html })).status).toBe(401);
    expect((await fetch(`${server.origin}/`, { headers: html })).status).toBe(404);
    expect((await fetch(`${server.origin}/explorer/graphiql.js`)).status).toBe(404);
    await server.close();
  });

  it('switched on in production, it shows the page and no token', async () => {
    const server = await startServer({ config: { ...config, explorer: true } });
    const text = await (await fetch(`${server.origin}/graphql`, { headers: html })).text();
    expect(text).toContain('id="settings"');
    expect(text).not.toContain('"token"');
    expect((await post(server, { query: '{ __typename }' }, { authorization: undefined })).status).toBe(401);
    await server.close();
  });
});
