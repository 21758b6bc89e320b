import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Passwords that are checked at the same time: each takes memory, and whoever guesses must not take it all. */
const AT_ONCE = 4;

/** No letters and digits that people mistake for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** What is kept of a password: its salted hash with the parameters, from which it cannot be read. */
export const hashPassword = (password: string): Promise<string> =>
  limited(() => hash(password.normalize('NFKC'), COST));

let nobody: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed. Without a hash, such as for a name that nobody has, it takes as long and the
 * answer is no.
 */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const against = kept ?? (await (nobody ??= hashPassword(randomPassword(24))));
  const same = await limited(() => verify(against, password.normalize('NFKC')));
  return same && kept !== null && kept !== undefined;
}

/** A password of random letters and digits; 12 characters hold 69 bits. */
export function randomPassword(length = 12): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** A number of random digits, to type into a telephone. */
export function randomPin(length = 6): string {
  return Array.from({ length }, () => String(randomInt(10))).join('');
}
