import { createHmac, timingSafeEqual } from 'node:crypto';
import { Port } from '../ports.js';
import type { Caller } from './caller.js';

/** How long a confirmation may be awaited, in milliseconds. */
const LASTS_MS = 10 * 60_000;

const critical = new Set<string>();

/** Declares mutations that change key data and cannot simply be taken back: people confirm them first (SYS-46). */
export function confirmFirst(...names: string[]): void {
  for (const name of names) critical.add(name);
}

/** Whether the caller must confirm the mutation first; behind a system there is nobody to ask. */
export const mustConfirm = (operation: string, { kind }: Pick<Caller, 'kind'>): boolean =>
  critical.has(operation) && kind !== 'SYSTEM';

/** The secret that confirmations and other proofs are signed with, the same in all servers; connected when the application starts. */
export const confirmationSecret = new Port<{ secret: string }>('confirmation-secret');

/** What is confirmed: this caller does exactly this. */
export interface Confirmed {
  caller: Pick<Caller, 'kind' | 'subject'>;
  /** Digest of the mutation with its arguments. */
  digest: string;
}

/** A token that confirms when it is sent back in time, and the moment until which it does. */
export function confirmationToken(asked: Confirmed, now: number = Date.now()): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now + LASTS_MS);
  return { token: `${expiresAt.getTime()}.${signature(asked, expiresAt.getTime())}`, expiresAt };
}

/** Whether a token was given out for this, and is not too old. */
export function isConfirmation(token: string, asked: Confirmed, now: number = Date.now()): boolean {
  const [, expiry, mark] = /^(\d{13})\.([\w-]{43})$/.exec(token) ?? [];
  if (!expiry || !mark || Number(expiry) < now) return false;
  return isServerMark(mark, partsOf(asked, Number(expiry)));
}

const signature = (asked: Confirmed, expiry: number): string => serverMark(partsOf(asked, expiry));
const partsOf = ({ caller, digest }: Confirmed, expiry: number) => [
  'confirmation',
  caller.kind,
  caller.subject,
  digest,
  expiry,
];

/** A mark of 43 characters that only our servers can give these values; the first says what it is for. */
export const serverMark = (parts: readonly unknown[]): string =>
  createHmac('sha256', confirmationSecret.adapter.secret).update(JSON.stringify(parts)).digest('base64url');

/** Whether a mark of 43 characters was given to these values. */
export const isServerMark = (mark: string, parts: readonly unknown[]): boolean =>
  timingSafeEqual(Buffer.from(mark), Buffer.from(serverMark(parts)));
