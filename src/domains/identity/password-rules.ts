import { verifyPassword } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { leastLength } from './sign-in-parameters.js';

/** How many passwords before must not come again. */
export const FORMER_KEPT = 3;

/** A few that every guesser tries first, without digits at their ends. */
const COMMON = new Set([
  'password',
  'passwort',
  'qwertyuiop',
  'administrator',
  'welcome',
  'letmein',
  'switchboard',
  'changeme',
  'iloveyou',
  'abcdefghij',
  'asdfghjkl',
  'woaini',
  'mima',
]);

/** Refuses with WEAK_PASSWORD a new password that is short, guessable, or one of those before. */
export async function refuseWeak(
  database: Pick<Database, 'pool'>,
  password: string,
  account: { loginNo: string; hashes: readonly string[]; partnerId?: string | null },
  path: InputPath,
): Promise<void> {
  const weak = (rule: string, message: string): never => refuse('WEAK_PASSWORD', message, path, { rule });
  const least = await leastLength(database, account.partnerId ?? null);
  if ([...password].length < least) weak('LENGTH', `At least ${least} characters are needed.`);
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) weak('VARIETY', 'At least five different characters are needed.');
  if (plain.includes(account.loginNo.toLowerCase())) weak('NAME', 'The password must not contain the name.');
  if (COMMON.has(plain.replace(/[\d!.@#$%]+$/, '')) || '01234567890123456789 98765432109876543210'.includes(plain))
    weak('COMMON', 'The password is one that everybody tries.');
  for (const hash of account.hashes)
    if (await verifyPassword(hash, password)) weak('REUSED', 'The password was used before.');
}
