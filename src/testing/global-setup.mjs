/**
 * Before all tests: one PostgreSQL (embedded, or the one of TEST_DATABASE_URL, version 15 or later) with one migrated
 * template database, which the workers copy. They learn where from SWITCHBOARD_TEST_*.
 */
import { rmSync } from 'node:fs';
import './typescript.mjs';

export default async function globalSetup() {
  const { startTestServer } = await import('./server.ts');
  const { prepareDatabase } = await import('../start/prepare.ts');
  const { domains } = await import('../domains/index.ts');
  const server = await startTestServer((url) => prepareDatabase(url, domains));
  globalThis.switchboardTestServer = server;
  process.env.SWITCHBOARD_TEST_SERVER = server.url;
  process.env.SWITCHBOARD_TEST_FOLDER = server.folder;
  process.env.SWITCHBOARD_TEST_TEMPLATE = server.template;

  // An interrupted run never comes to the global teardown, and a test in this very process goes on until the exit.
  process.once('exit', () => rmSync(server.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(signal, () => void server.stop().finally(() => process.exit(128 + number)));
  }
}
