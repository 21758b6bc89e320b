import { createSecretKey } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { tokenCommand } from './token-command.js';
import { signToken, verifyToken, type Claims } from './token.js';

const config = {
  token: {
    secret: 'a secret that is long enough for HS512 too: 64 characters or more',
    issuer: 'us',
    audience: 'here',
  },
};
const admin = { sub: 'anna', name: 'Anna', role: 'admin' } as const;

interface Change {
  alg?: string;
  secret?: string;
  iss?: string;
  aud?: string;
  exp?: number | null;
  claims?: object;
}

/** A token that differs from a good one only in what the test says. */
async function forged({ alg, secret, iss, aud, exp, claims }: Change): Promise<string> {
  const jwt = new SignJWT({ ...admin, ...claims })
    .setProtectedHeader({ alg: alg ?? 'HS256', kid: '../../dev/null' })
    .setIssuer(iss ?? 'us')
    .setAudience(aud ?? 'here');
  if (exp !== null) jwt.setExpirationTime(exp ?? Math.floor(Date.now() / 1_000) + 60);
  return jwt.sign(createSecretKey(secret ?? config.token.secret, 'utf8'));
}

function fail(): never {
  throw new Error('the token was accepted');
}

describe('verifyToken', () => {
  it('returns the claims that were signed', async () => {
    const claims = { ...admin, role: 'staff', region: '44', customer: 'C1', partner: 'P1', client: 'portal' } as const;
    const verified = await verifyToken(config, await signToken(config, claims, 60));
    expect(verified).toEqual({ ...claims, exp: expect.any(Number) });
    expect(verified.exp).toBeCloseTo(Date.now() / 1_000 + 60, -1);
  });

  it('accepts the forged token when nothing is wrong with it', async () => {
    await expect(verifyToken(config, await forged({}))).resolves.toMatchObject({ sub: 'anna' });
  });

  it.each([
    ['another secret', () => forged({ secret: 'another secret of more than thirty-two characters' })],
    ['another issuer', () => forged({ iss: 'them' })],
    ['another audience', () => forged({ aud: 'there' })],
    ['another HMAC algorithm', () => forged({ alg: 'HS512' })],
    ['no end', () => forged({ exp: null })],
    ['an unknown role', () => forged({ claims: { role: 'root' } })],
    ['claims of the wrong type', () => forged({ claims: { region: { $ne: null } } })],
    [
      'no signature',
      async () => new UnsecuredJWT({ ...admin }).setIssuer('us').setAudience('here').setExpirationTime('1h').encode(),
    ],
    ['no shape of a token', async () => 'not-a-token'],
    ['an absurd length', async () => 'x'.repeat(100_000)],
  ])('refuses %s without saying why', async (_what, make) => {
    const refusal: Error = await verifyToken(config, await make()).then(fail, (error) => error);
    expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED', message: 'The token is not valid.' });
    expect(refusal.cause).toBeUndefined();
  });

  it('says when a token has expired', async () => {
    await expect(verifyToken(config, await forged({ exp: 1 }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'expired',
    });
  });
});

describe('npm run token', () => {
  const env = { DATA_DIR: mkdtempSync(join(tmpdir(), 'token-')) };

  it('prints a token the server accepts, and nothing else', async () => {
    const args = ['--role', 'staff', '--region', '44', '--subject', 'li', '--ttl', '2h'];
    const result = await tokenCommand(args, { ...env, TOKEN_SECRET: config.token.secret });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const issuedByDefault = { token: { ...config.token, issuer: 'switchboard', audience: 'switchboard' } };
    const claims: Claims = await verifyToken(issuedByDefault, result.stdout.trim());
    expect(claims).toMatchObject({ sub: 'li', role: 'staff', region: '44' });
    expect(claims.exp).toBeCloseTo(Date.now() / 1_000 + 7_200, -1);
  });

  it.each([
    [[], '--role is missing'],
    [['--role', 'king'], '"king" is not a role'],
    [['--role', 'admin', '--ttl', 'soon'], '"soon" is not a duration'],
    [['--role', 'admin', '--colour', 'red'], '--colour'],
    [['--role'], '--role'],
  ])('answers %j with the usage and exit code 2', async (args, message) => {
    const result = await tokenCommand(args, env);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toContain('usage: npm run -s token');
  });

  it('names a wrong variable and exits with 1', async () => {
    const result = await tokenCommand(['--role', 'admin'], { ...env, PORT: 'x' });
    expect(result).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('PORT: "x"') });
  });
});
