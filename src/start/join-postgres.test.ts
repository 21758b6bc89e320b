import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startEmbeddedPostgres, throwawaySettings, type EmbeddedPostgres } from '../kernel/database/embedded/index.js';
import { readConfig } from '../kernel/config/config.js';
import { createLogger } from '../kernel/log/log.js';
import { createTestFolder } from '../testing/folder.js';
import { query } from '../testing/query.js';
import { joinPostgres } from './join-postgres.js';

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const config = {
  ...readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }),
  token: { secret: 'x'.repeat(32), issuer: '', audience: '' },
};

let dataDir: string;
let owner: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = await createTestFolder();
  owner = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log, settings: throwawaySettings });
});
afterAll(() => owner.stop());

test('a command works beside the server that has the data folder, and leaves it running', async () => {
  const joined = await joinPostgres({ ...config, dataDir }, createLogger(config));
  expect(joined).toMatchObject({ url: owner.url, shared: true });
  await joined.stop();
  expect(await query(owner.url, 'select 1 as "one"')).toEqual([{ one: 1 }]);
});

test('DATABASE_URL comes first', async () => {
  const database = { ...config.database, url: 'postgresql://elsewhere/x' };
  expect(await joinPostgres({ ...config, dataDir, database }, createLogger(config))).toMatchObject({
    url: 'postgresql://elsewhere/x',
    shared: false,
  });
});
