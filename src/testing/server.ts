import { join } from 'node:path';
import { startEmbeddedPostgres, throwawaySettings } from '../kernel/database/embedded/index.js';
import { createRunFolder, removeRunFolder } from './run-folder.js';
import { createTemplate, dropRun, type TestRun } from './template.js';

/** The PostgreSQL of one test run. */
export interface TestServer {
  /** Connection URL with the right to create databases. */
  url: string;
  /** Name of the migrated database that tests copy. */
  template: string;
  /** Folder of the run, removed with it. */
  folder: string;
  /** Ends it and removes everything that the run made. */
  stop(): Promise<void>;
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields: object, message: string) => process.emitWarning(`${message} ${JSON.stringify(fields)}`),
};

/**
 * Starts the PostgreSQL of a test run with its migrated template.
 *
 * `TEST_DATABASE_URL` names a running PostgreSQL (15 or later, a user that may create databases) to use instead of
 * the embedded one.
 *
 * @param migrate brings the database behind a connection URL to the newest schema, and closes its connections.
 */
export async function startTestServer(migrate: (url: string) => Promise<void>): Promise<TestServer> {
  const folder = await createRunFolder();
  const undo = [() => removeRunFolder(folder)];
  let ending: Promise<void> | undefined;
  const stop = () => (ending ??= inReverse(undo));
  try {
    const url = process.env.TEST_DATABASE_URL ?? (await startThrowaway(join(folder, 'postgres'), undo));
    const run: TestRun = { url, id: `${process.pid}_${Date.now().toString(36)}` };
    if (process.env.TEST_DATABASE_URL) undo.push(() => dropRun(run));
    return { url, folder, template: await createTemplate(run, migrate), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startThrowaway(dataDir: string, undo: (() => Promise<void>)[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet, settings: throwawaySettings });
  undo.push(() => postgres.stop());
  return postgres.url;
}

async function inReverse(steps: (() => Promise<void>)[]): Promise<void> {
  const [first, ...later] = steps;
  try {
    if (later.length > 0) await inReverse(later);
  } finally {
    await first?.();
  }
}
