import { createSecretKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Config, TokenConfig } from '../config/config.js';
import { UnauthenticatedError } from './token.error.js';

/** The kinds of caller. `admin` sees everything; what the others see is up to the policies. */
export const roles = ['admin', 'staff', 'customer', 'partner', 'system'] as const;

/** One of the kinds of caller. */
export type Role = (typeof roles)[number];

const text = z.string().min(1).max(200);

const claimsSchema = z.object({
  sub: text,
  name: text.optional(),
  role: z.enum(roles),
  region: text.optional(),
  customer: text.optional(),
  partner: text.optional(),
  client: text.optional(),
  session: text.optional(),
  exp: z.number(),
});

/** What a valid token says about its bearer. */
export interface Claims {
  /** Who: the stable identifier of the person or system. */
  sub: string;
  /** A name for people to read. */
  name?: string;
  /** What kind of caller this is. */
  role: Role;
  /** Code of the region a staff member works for. */
  region?: string;
  /** Code of the customer who calls for themselves. */
  customer?: string;
  /** Code of the partner who calls. */
  partner?: string;
  /** Code of the application that calls on their behalf; it decides which registered documents they may run. */
  client?: string;
  /** The account that signed in and how many times its tokens were ended before; the token ends with the next time. */
  session?: string;
  /** Function points to which the caller is limited; absent when the kind and the grants decide. Never taken from a token. */
  scope?: readonly string[];
  /** True for the bearer of a key, who is a system and no person. Never taken from a token. */
  key?: true;
  /** Who issued the token, when it is not this deployment. Never taken from a token of ours. */
  issuer?: string;
  /** When the token ends, in seconds since 1970. */
  exp: number;
}

/** One algorithm only: a token that names another, or `none`, is refused before its signature is looked at. */
const algorithm = 'HS256';

/** Far more than our claims need; what is longer is refused unread. */
const longestToken = 8_192;

const keys = new WeakMap<TokenConfig, KeyObject>();

function keyOf(config: TokenConfig): KeyObject {
  const key = keys.get(config) ?? createSecretKey(config.secret, 'utf8');
  keys.set(config, key);
  return key;
}

/**
 * A signed token for these claims.
 * @param ttlSeconds how long it is valid, from now.
 */
export async function signToken(
  config: Pick<Config, 'token'>,
  claims: Omit<Claims, 'exp'>,
  ttlSeconds: number,
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(config.token.issuer)
    .setAudience(config.token.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + ttlSeconds)
    .sign(keyOf(config.token));
}

/**
 * The claims of a token signed by us, for us, and not yet over.
 * @throws UnauthenticatedError in every other case, saying no more than whether the token has expired.
 */
export async function verifyToken(config: Pick<Config, 'token'>, jwt: string): Promise<Claims> {
  if (jwt.length > longestToken) throw new UnauthenticatedError('invalid');
  try {
    const { payload } = await jwtVerify(jwt, keyOf(config.token), {
      algorithms: [algorithm],
      issuer: config.token.issuer,
      audience: config.token.audience,
      requiredClaims: ['exp', 'sub'],
    });
    return claimsSchema.parse(payload);
  } catch (error) {
    throw new UnauthenticatedError(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
  }
}
