import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type pg from 'pg';
import { signToken } from '../kernel/access/token.js';
import type { Config } from '../kernel/config/config.js';
import { createAuthenticator } from './authenticate.js';

const ISSUER = 'https://login.example.com';
const AUDIENCE = 'switchboard';
let jwks: Server;
let privateKey: CryptoKey;
let authenticate: ReturnType<typeof createAuthenticator>;
const token = { secret: 'a secret of thirty-two characters', issuer: 'switchboard', audience: AUDIENCE };

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  privateKey = pair.privateKey;
  const keys = JSON.stringify({
    keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }],
  });
  jwks = createServer((_req, res) => res.setHeader('content-type', 'application/json').end(keys)).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => jwks.once('listening', resolve));
  const jwksUrl = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/keys`;
  const config = {
    token,
    oidc: { issuer: ISSUER, audience: AUDIENCE, jwksUrl, algorithms: ['ES256'], subjectClaim: 'staff_no' },
  } as Pick<Config, 'token' | 'oidc'>;
  authenticate = createAuthenticator(config, { pool: { query: async () => ({ rows: [] }) } as unknown as pg.Pool });
});
afterAll(() => void jwks.close());

interface Changes {
  key?: CryptoKey | Uint8Array;
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  ends?: number;
}
const outside = ({
  key = privateKey,
  header = {},
  claims = {},
  issuer = ISSUER,
  audience = AUDIENCE,
  ends = 60,
}: Changes = {}) =>
  new SignJWT({ staff_no: 'G1001', name: 'Guo Fang', role: 'admin', scope: ['roleCreate'], ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + ends)
    .sign(key);

describe('tokens of an outside issuer', () => {
  test('SYS-59 name staff by their number, and nothing that they say about rights counts', async () => {
    const claims = await authenticate(await outside());
    expect(claims).toEqual({ sub: 'G1001', name: 'Guo Fang', role: 'staff', issuer: ISSUER, exp: expect.any(Number) });
  });

  test.each<[string, Changes]>([
    ['another audience', { audience: 'billing' }],
    ['no staff number', { claims: { staff_no: 7 } }],
    ['an end in the past', { ends: -60 }],
    ['another key of the same name', { key: undefined }],
    ['a key that is not published', { header: { kid: '../../etc/passwd' } }],
  ])('are refused with %s', async (what, changes) => {
    const key = what.startsWith('another key') ? (await generateKeyPair('ES256')).privateKey : privateKey;
    await expect(authenticate(await outside({ ...changes, key }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('are refused when they are signed by a shared secret instead of a key', async () => {
    const forged = await new SignJWT({ staff_no: 'G1001' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(Buffer.from(token.secret));
    await expect(authenticate(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: ISSUER, aud: AUDIENCE, staff_no: 'G1001', iat: 1, exp: 4e9 })).toString('base64url')}.`;
    await expect(authenticate(none)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('tokens of our own', () => {
  test('are accepted beside, without what a token may not say', async () => {
    const own = await signToken(
      { token },
      { sub: 'anna', role: 'staff', region: '44', scope: ['roleCreate'], issuer: ISSUER },
      60,
    );
    expect(await authenticate(own)).toEqual({ sub: 'anna', role: 'staff', region: '44', exp: expect.any(Number) });
  });

  test('keys that are unknown are refused', async () => {
    await expect(authenticate(`sbk_00000000_${'A'.repeat(43)}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
