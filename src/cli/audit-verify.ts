import { parseArgs } from 'node:util';
import { verifyAudit } from '../kernel/audit/index.js';
import { isExpected, withDatabase } from './with-database.js';

/**
 * Checks the chain of the operation log: `npm run audit:verify`. It prints the last link; kept elsewhere and given next time as
 * `-- --expect <position>:<hash>`, it shows also whether the end of the chain was cut off. Exit code 1 when the chain is broken.
 */
const usage = 'usage: npm run -s audit:verify -- [--expect <position>:<hash>]\n';

try {
  const { expect } = parseArgs({ options: { expect: { type: 'string' } }, strict: true }).values;
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(expect ?? '') ?? [];
  if (expect !== undefined && !hash) throw new TypeError(`"${expect}" is not a link`);
  const check = await withDatabase((database) =>
    verifyAudit(database.pool, hash ? { position: Number(position), hash } : undefined),
  );
  process.stdout.write(`${check.head.position}:${check.head.hash}\n`);
  process.stderr.write(`${check.sound} entries are as they were sealed, ${check.unsealed} are not sealed yet.\n`);
  if (check.broken) {
    process.stderr.write(
      `The chain is broken at entry ${check.broken.position}: ${check.broken.why === 'MISSING' ? 'it is missing' : 'it was changed'}.\n`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  const misused = error instanceof TypeError;
  if (!misused && !isExpected(error)) throw error;
  process.stderr.write(`${error.message}\n${misused ? usage : ''}`);
  process.exitCode = misused ? 2 : 1;
}
