import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config.error.js';
import { readConfig } from './config.js';
import { loadConfig } from './load-config.js';

const secret = 'a secret of more than thirty-two characters';

function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing in development', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ environment: 'development', host: '127.0.0.1', port: 4000, explorer: true });
    expect(config).toMatchObject({
      demoCustomers: 500,
      database: { url: undefined },
      log: { level: 'info', pretty: false },
    });
    expect(config.dataDir).toBe(join(process.cwd(), '.data'));
  });

  it('is closed in production: no explorer, a secret demanded', () => {
    expect(readConfig({ NODE_ENV: 'production', TOKEN_SECRET: secret })).toMatchObject({
      host: '0.0.0.0',
      explorer: false,
    });
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^TOKEN_SECRET: missing; in production set 32/),
    ]);
  });

  it('starts jobs by the clock, unless it is told to leave them to other servers, or is a test', () => {
    expect(readConfig({}).schedules).toBe(true);
    expect(readConfig({ SCHEDULES: 'false' }).schedules).toBe(false);
    expect(readConfig({ NODE_ENV: 'test' }).schedules).toBe(false);
  });

  it('counts an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, database: { url: undefined } });
  });

  it('accepts port 0 and every listed origin', () => {
    const config = readConfig({ PORT: '0', CORS_ORIGINS: 'https://a.example, http://b.example:8080' });
    expect(config.port).toBe(0);
    expect(config.http.corsOrigins).toEqual(['https://a.example', 'http://b.example:8080']);
  });

  it('holds partners to registered documents, in production customers too, and limits rates unless it is a test', () => {
    expect(readConfig({})).toMatchObject({
      documents: { trustedOnly: ['partner'] },
      limits: { misses: { customer: 10 } },
    });
    expect(readConfig({ NODE_ENV: 'production', TOKEN_SECRET: secret }).documents.trustedOnly).toEqual([
      'partner',
      'customer',
    ]);
    expect(readConfig({ NODE_ENV: 'test' })).toMatchObject({
      documents: { trustedOnly: [] },
      limits: { operations: {}, misses: {} },
    });
    const set = readConfig({ TRUSTED_ONLY: 'none', RATE_LIMITS: 'staff=10, partner = 5', MISS_LIMITS: 'none' });
    expect(set.documents.trustedOnly).toEqual([]);
    expect(set.limits).toEqual({ operations: { staff: 10, partner: 5 }, misses: {} });
  });

  it.each([
    ['PORT', '70000', '"70000" is not usable; set a whole number from 0 to 65535'],
    ['PORT', '4e3', '"4e3" is not usable'],
    ['NODE_ENV', 'prod', '"prod" is not usable; set one of development, production, test'],
    ['LOG_LEVEL', 'loud', 'set one of fatal'],
    ['EXPLORER', 'maybe', 'set one of true, false'],
    ['TRUSTED_ONLY', 'partner,king', '"king" is not a kind of caller'],
    ['RATE_LIMITS', 'staff=many', '"staff=many" is not usable'],
    ['MISS_LIMITS', 'king=5', '"king=5" is not usable'],
    ['TOKEN_SECRET', 'short', 'too short; set 32 characters'],
    ['DATABASE_URL', 'mysql://u:hunter2@h/d', 'set postgresql://'],
    ['CORS_ORIGINS', 'https://a.example/path', '"https://a.example/path" is not an origin'],
    ['DEMO_CUSTOMERS', '-1', 'set a whole number from 0'],
    ['BODY_LIMIT_BYTES', '1MB', 'set a whole number from 1024'],
  ])('names %s=%s and says what to set', (name, value, expected) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name}: `));
    expect(found[0]).toContain(expected);
    expect(found[0]).not.toContain('hunter2');
  });

  it('reports every wrong variable at once, with a missing production secret too', () => {
    const names = problems({ PORT: 'x', LOG_LEVEL: 'y', DEMO_CUSTOMERS: 'z' }).map((line) => line.split(':')[0]);
    expect(names.sort()).toEqual(['DEMO_CUSTOMERS', 'LOG_LEVEL', 'PORT']);
  });
});

describe('loadConfig', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'config-'));

  it('generates one secret per data folder, readable by its owner only', () => {
    const DATA_DIR = join(folder(), 'data');
    const first = loadConfig({ DATA_DIR }).token.secret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(loadConfig({ DATA_DIR }).token.secret).toBe(first);
    expect(loadConfig({ DATA_DIR: folder() }).token.secret).not.toBe(first);
    expect(readdirSync(DATA_DIR)).toEqual(['token-secret']);
    expect(statSync(join(DATA_DIR, 'token-secret')).mode & 0o777).toBe(0o600);
  });

  it('prefers TOKEN_SECRET and then writes nothing', () => {
    const DATA_DIR = folder();
    expect(loadConfig({ DATA_DIR, TOKEN_SECRET: secret }).token.secret).toBe(secret);
    expect(readdirSync(DATA_DIR)).toEqual([]);
  });

  it('refuses a damaged secret file', () => {
    const DATA_DIR = folder();
    writeFileSync(join(DATA_DIR, 'token-secret'), '');
    expect(() => loadConfig({ DATA_DIR })).toThrow(/token-secret is damaged; delete the file/);
  });
});
