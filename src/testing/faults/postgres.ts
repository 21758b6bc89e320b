import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  throwawaySettings,
} from '../../kernel/database/embedded/index.js';

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** Commits reach the operating system, which outlives the killed server; flushing to the disk would only slow the test. */
export function openPostgres(folder: string): Promise<EmbeddedPostgres> {
  const settings = { ...throwawaySettings, synchronous_commit: true, full_page_writes: true, max_connections: 200 };
  return startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log: quiet, settings });
}
