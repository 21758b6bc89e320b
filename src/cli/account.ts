import { parseArgs } from 'node:util';
import { createAccount } from '../domains/identity/index.js';
import { Refusal } from '../kernel/errors/index.js';
import { isExpected, withDatabase } from './with-database.js';

/** Makes an administrator's account of the built-in sign-in: `npm run account -- --login <name>`. Its password is printed once. */
const usage = 'usage: npm run -s account -- --login <name>\n';

try {
  const { login } = parseArgs({ options: { login: { type: 'string' } }, strict: true }).values;
  if (!login) throw new TypeError('--login is missing');
  const { password } = await withDatabase((database) =>
    createAccount(database.systemContext('command:account'), { loginNo: login }),
  );
  process.stdout.write(`${password}\n`);
  process.stderr.write(`The account "${login}" must change this password at the first sign-in.\n`);
} catch (error) {
  const misused = error instanceof TypeError;
  if (!misused && !(error instanceof Refusal) && !isExpected(error)) throw error;
  process.stderr.write(`${error.message}\n${misused ? usage : ''}`);
  process.exitCode = misused ? 2 : 1;
}
