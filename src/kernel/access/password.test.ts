import { describe, expect, test } from '@jest/globals';
import { hashPassword, randomPassword, verifyPassword } from './password.js';

describe('passwords', () => {
  test('CUS-18 SYS-17 only a salted argon2id hash is kept', async () => {
    const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'correct horse')).toBe(true);
    expect(await verifyPassword(one, 'correct horsf')).toBe(false);
  });

  test('nobody has a password, and it takes as long to find out', async () => {
    const kept = await hashPassword('x');
    await verifyPassword(null, 'warm up');
    const shortest = { known: Infinity, unknown: Infinity };
    for (let round = 0; round < 5; round++) {
      for (const [who, against] of [
        ['known', kept],
        ['unknown', null],
      ] as const) {
        const start = performance.now();
        expect(await verifyPassword(against, 'guess')).toBe(false);
        shortest[who] = Math.min(shortest[who], performance.now() - start);
      }
    }
    // An early answer takes a thousandth; the machine's other work may blur the rest.
    expect(shortest.unknown).toBeGreaterThan(shortest.known / 5);
  });

  test('letters that look the same to a person are the same', async () => {
    expect(await verifyPassword(await hashPassword('ｐａｓｓ'), 'pass')).toBe(true);
  });

  test('generated ones differ', () => {
    expect(new Set(Array.from({ length: 100 }, () => randomPassword())).size).toBe(100);
  });
});
