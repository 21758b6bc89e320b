import { ConfigError } from '../kernel/config/config.error.js';
import { EmbeddedPostgresError } from '../kernel/database/embedded/index.js';

/** Says why the start failed, without a stack where the message tells the operator what to do, and ends the process. */
export function failStart(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof EmbeddedPostgresError || isAddressInUse(error);
  const text = expected ? (error as Error).message : ((error as Error).stack ?? String(error));
  process.stderr.write(`Switchboard could not start: ${text}\n`);
  process.exit(1);
}

const isAddressInUse = (error: unknown): boolean => (error as { code?: string }).code === 'EADDRINUSE';
