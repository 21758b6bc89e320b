import { issuerOf, outsideVerifier } from '../kernel/access/outside-token.js';
import { rememberTokens } from '../kernel/access/remembered-tokens.js';
import { UnauthenticatedError } from '../kernel/access/token.error.js';
import { type Claims, verifyToken } from '../kernel/access/token.js';
import type { Config } from '../kernel/config/config.js';
import type { Database } from '../kernel/database/database.js';
import { findKey, isApiKey } from '../domains/identity/index.js';

/** How long a key that was found is not looked up again, in milliseconds: a revoked one is refused after it. */
const REMEMBER_KEY_MS = 5_000;

/**
 * Turns what a caller shows into claims: a key of a system or partner, a token of the outside issuer, or one of our own.
 * The issuer that a token names only chooses whose keys it is checked with.
 */
export function createAuthenticator(
  config: Pick<Config, 'token' | 'oidc'>,
  database: Pick<Database, 'pool'>,
): (token: string) => Promise<Claims> {
  const own = rememberTokens((token) => verifyToken(config, token));
  const outside = config.oidc && rememberTokens(outsideVerifier(config.oidc));
  const keys = rememberTokens(
    async (token) => {
      const claims = await findKey(database, token);
      if (!claims) throw new UnauthenticatedError('invalid');
      return claims;
    },
    Date.now,
    REMEMBER_KEY_MS,
  );
  return async (token) => {
    if (isApiKey(token)) return keys(token);
    if (outside && issuerOf(token) === config.oidc!.issuer) return outside(token);
    return own(token);
  };
}
