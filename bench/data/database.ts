import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectFolder } from '../folders.ts';
import { startEmbeddedPostgres } from '../product.ts';
import { say } from '../say.ts';
import { populate } from './population.ts';

/** The measured database, running. */
export interface BenchDatabase {
  url: string;
  stop(): Promise<void>;
}

/** Reports what goes wrong and is silent otherwise. */
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (_: unknown, text?: string) => say(text ?? ''),
  error: (_: unknown, text?: string) => say(text ?? ''),
};

/** Starts the database of this size, which is built once and kept until the tables or the generator change. */
export async function openDatabase(customers: number): Promise<BenchDatabase> {
  const folder = join(projectFolder, '.data', `bench-${customers}-${fingerprint()}`);
  removeOutdated(folder, `bench-${customers}-`);
  // PostgreSQL may run as another user, who must be able to pass through.
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const complete = join(folder, 'complete');
  // Nothing here must survive a crash: a half-built database is built again. Everything fits into memory.
  const settings = {
    shared_buffers: '1GB',
    work_mem: '16MB',
    max_wal_size: '8GB',
    fsync: false,
    synchronous_commit: false,
    full_page_writes: false,
  };
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log, settings });
  try {
    if (!existsSync(complete)) {
      await populate(postgres.url, customers);
      writeFileSync(complete, `${new Date().toISOString()}\n`);
    }
    return { url: postgres.url, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Data of this size for other tables or by another generator is of no use any more. */
function removeOutdated(folder: string, prefix: string): void {
  const parent = dirname(folder);
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    if (name.startsWith(prefix) && name !== basename(folder)) rmSync(join(parent, name), { recursive: true });
  }
}

/** Names the tables and the generator: the data is built anew when one of them changes. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['src/migrations', 'seeds/bulk', 'seeds/demo']) {
    for (const file of readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
        hash.update(readFileSync(join(projectFolder, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 8);
}
