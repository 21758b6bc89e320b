import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import WebSocket from 'ws';
import { config, post, startServer, type TestServer } from '../testing/server.js';

/** Most milliseconds of work that the refusal of a caller may take. */
const QUICK = 50;

/** Milliseconds that this process has worked; the clock would also count what others do on the machine. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await post(server, { query: '{ who }' });
});
afterAll(() => server.close());

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const { secret, issuer, audience } = config.token;
const end = () => Math.floor(Date.now() / 1_000) + 60;
const claims = () => ({ sub: 'mallory', role: 'admin', iss: issuer, aud: audience, exp: end() });

function signed(header: object, payload: object = claims(), key: string | Buffer = secret): string {
  const content = `${base64({ typ: 'JWT', ...header })}.${base64(payload)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

function published(): { jwt: Promise<string>; pem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const { iss, aud, exp, ...own } = claims();
  const jwt = new SignJWT(own)
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(iss)
    .setAudience(aud)
    .setExpirationTime(exp)
    .sign(privateKey);
  return { jwt, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

const attacks: [string, () => string | Promise<string>][] = [
  ['no signature, algorithm none', () => `${base64({ alg: 'none' })}.${base64(claims())}.`],
  ['algorithm None in other letters', () => `${base64({ alg: 'nOnE' })}.${base64(claims())}.`],
  ['a signature cut off', () => `${signed({ alg: 'HS256' }).split('.').slice(0, 2).join('.')}.`],
  [
    'another HMAC',
    () =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS384' })
        .sign(createSecretKey(Buffer.from(secret.padEnd(64, 'x')))),
  ],
  ['an RSA signature', () => published().jwt],
  ['an HMAC with a public key', () => signed({ alg: 'HS256' }, claims(), published().pem)],
  ['an HMAC with an empty key', () => signed({ alg: 'HS256' }, claims(), '')],
  [
    'a kid that names a file without content',
    () => signed({ alg: 'HS256', kid: '../../../../dev/null' }, claims(), ''),
  ],
  ['a kid with SQL in it', () => signed({ alg: 'HS256', kid: `x' union select 'secret' --` }, claims(), 'secret')],
  ['a kid with a command in it', () => signed({ alg: 'HS256', kid: '|/usr/bin/id' }, claims(), 'secret')],
  [
    'a key of its own in the header',
    () => signed({ alg: 'HS256', jwk: { kty: 'oct', k: base64('mine') } }, claims(), 'mine'),
  ],
  [
    'an address of keys in the header',
    () => signed({ alg: 'HS256', jku: 'http://127.0.0.1:1/keys', x5u: 'http://127.0.0.1:1/x' }, claims(), 'mine'),
  ],
  ['a critical extension', () => signed({ alg: 'HS256', crit: ['b64'], b64: false })],
  ['an end in the past', () => signed({ alg: 'HS256' }, { ...claims(), exp: end() - 120 })],
  ['no end', () => signed({ alg: 'HS256' }, { ...claims(), exp: undefined })],
  ['an end that is no number', () => signed({ alg: 'HS256' }, { ...claims(), exp: '9999999999' })],
  ['a beginning in the future', () => signed({ alg: 'HS256' }, { ...claims(), nbf: end() })],
  ['another audience', () => signed({ alg: 'HS256' }, { ...claims(), aud: 'there' })],
  ['another issuer', () => signed({ alg: 'HS256' }, { ...claims(), iss: 'them' })],
  ['an unknown role', () => signed({ alg: 'HS256' }, { ...claims(), role: 'root' })],
  ['several roles', () => signed({ alg: 'HS256' }, { ...claims(), role: ['admin'] })],
  ['a client that is no text', () => signed({ alg: 'HS256' }, { ...claims(), client: { $ne: null } })],
  [
    'another payload under the signature',
    () => {
      const [header, , signature] = signed({ alg: 'HS256' }, { ...claims(), role: 'partner' }).split('.');
      return [header, base64(claims()), signature].join('.');
    },
  ],
  ['a megabyte of text', () => 'a'.repeat(10_000)],
  ['five parts', () => 'a.b.c.d.e'],
];

it('accepts the token when nothing is wrong with it', async () => {
  const answer = await post(server, { query: '{ who }' }, { authorization: `Bearer ${signed({ alg: 'HS256' })}` });
  expect(answer.body).toEqual({ data: { who: 'mallory' } });
});

it.each(attacks)('refuses %s over HTTP, at once and saying no more than that', async (_what, forge) => {
  const authorization = `Bearer ${await forge()}`;
  const took: number[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const began = worked();
    const answer = await post(server, { query: '{ who }' }, { authorization });
    took.push(worked() - began);
    expect(answer).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    expect(['The token is not valid.', 'The token has expired.']).toContain(answer.body.errors?.[0]?.message);
  }
  expect(Math.min(...took)).toBeLessThan(QUICK);
});

it.each(attacks)('refuses %s over WebSocket', async (_what, forge) => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<[number, string]>((resolve) =>
    socket.once('close', (code, reason) => resolve([code, String(reason)])),
  );
  const messages: string[] = [];
  socket.on('message', (data) => messages.push(String(data)));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await forge()}` } }));
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ who }' } }));
  const [code] = await closed;
  expect([4401, 4403]).toContain(code);
  expect(messages.join()).not.toContain('mallory');
});

it.each(['https://evil.example', 'null', 'https://portal.example.evil.example', 'http://portal.example', 'file://'])(
  'does not open a WebSocket to pages of %s',
  async (origin) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws', {
      headers: { origin },
    });
    const status = await new Promise((resolve) => {
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.once('open', () => resolve('open'));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
  },
);

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'takes nothing that a page of another site can send without asking: %s',
  async (type) => {
    const answer = await post(server, JSON.stringify({ query: 'mutation { touch }' }), { 'content-type': type });
    expect(answer).toMatchObject({
      status: 415,
      body: { errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
    });
  },
);
