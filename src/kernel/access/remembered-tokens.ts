import type { Claims } from './token.js';

const MAX_REMEMBERED = 20_000;

/** How long a token that was found valid is not checked again, in milliseconds; never beyond its own end. */
const REMEMBER_MS = 30_000;

/**
 * Checks a token's signature once in a while instead of at each request: it costs as much as parsing and planning together.
 * Refused tokens are not remembered.
 */
export function rememberTokens(
  verify: (token: string) => Promise<Claims>,
  now: () => number = Date.now,
  rememberMs = REMEMBER_MS,
): (token: string) => Promise<Claims> {
  const known = new Map<string, { claims: Claims; until: number }>();
  return async (token) => {
    const found = known.get(token);
    if (found && found.until > now()) return found.claims;
    const claims = await verify(token);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(token, { claims, until: Math.min(now() + rememberMs, claims.exp * 1000) });
    return claims;
  };
}
