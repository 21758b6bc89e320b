import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { OidcConfig } from '../config/config.js';
import { UnauthenticatedError } from './token.error.js';
import type { Claims } from './token.js';

/** Far more than an identity needs; what is longer is refused unread. */
const LONGEST = 16_384;

/** Who a token says that it was issued by; undefined when it says nothing that can be read. Nothing of it is trusted yet. */
export function issuerOf(jwt: string): string | undefined {
  if (jwt.length > LONGEST) return undefined;
  try {
    return decodeJwt(jwt).iss;
  } catch {
    return undefined;
  }
}

/**
 * Checks tokens of an outside issuer: signature by its published keys with the configured algorithms, issuer, audience and end.
 * Its bearers are staff, by their staff number; what they may do is decided here and not by the issuer.
 */
export function outsideVerifier(
  config: OidcConfig,
  keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(config.jwksUrl)),
): (jwt: string) => Promise<Claims> {
  return async (jwt) => {
    try {
      const { payload } = await jwtVerify(jwt, keys, {
        algorithms: [...config.algorithms],
        issuer: config.issuer,
        audience: config.audience,
        requiredClaims: ['exp', 'iat'],
      });
      const subject = payload[config.subjectClaim];
      if (typeof subject !== 'string' || subject === '' || subject.length > 200)
        throw new Error('The token names no staff number.');
      const name = typeof payload['name'] === 'string' ? { name: payload['name'].slice(0, 200) } : {};
      return { sub: subject, ...name, role: 'staff', issuer: config.issuer, exp: payload.exp! };
    } catch (error) {
      throw new UnauthenticatedError(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
    }
  };
}
