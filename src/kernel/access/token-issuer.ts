import { Port } from '../ports.js';
import type { Claims } from './token.js';

/** Signs tokens for those who have signed in. */
export interface TokenIssuer {
  /** @param ttlSeconds how long the token is valid, from now. */
  sign(claims: Omit<Claims, 'exp'>, ttlSeconds: number): Promise<string>;
}

/** Connected to the configured secret when the application starts. */
export const tokenIssuer = new Port<TokenIssuer>('token-issuer');
