import { rememberTokens } from './remembered-tokens.js';
import type { Claims } from './token.js';

const claims = (exp: number): Claims => ({ sub: 'anna', role: 'staff', exp });

it('verifies a token again after half a minute, and never trusts it beyond its end', async () => {
  let time = 1_000_000;
  let verified = 0;
  const check = rememberTokens(
    async () => {
      verified++;
      return claims(1_010);
    },
    () => time,
  );
  await check('a');
  await check('a');
  expect(verified).toBe(1);
  time += 10_001;
  await check('a');
  expect(verified).toBe(2);
});

it('asks again about a refused token each time', async () => {
  let verified = 0;
  const check = rememberTokens(async () => {
    verified++;
    throw new Error('no');
  });
  await expect(check('b')).rejects.toThrow('no');
  await expect(check('b')).rejects.toThrow('no');
  expect(verified).toBe(2);
});
