import { expect, test } from '@jest/globals';
import {
  deliveredIdentityRules,
  IdentificationType,
  identityFaults,
  individualFaults,
} from '../../../src/domains/party/index.js';
import { creditCodeOf, idCardOf } from './documents.js';

const today = '2026-06-01';
const by = { rules: deliveredIdentityRules, today };

test('identity numbers obey the rules, fit their holder, and none comes twice', () => {
  const cards = Array.from({ length: 5_000 }, (_, index) => idCardOf(42, index * 17, index % 2 === 0));
  for (const [index, { number, birthDate }] of cards.slice(0, 500).entries()) {
    const gender = index % 2 === 0 ? 'MALE' : 'FEMALE';
    expect(identityFaults(IdentificationType.ID_CARD, number, [], by)).toEqual([]);
    expect(
      individualFaults({ birthDate, gender } as never, [{ type: IdentificationType.ID_CARD, number }], [], today),
    ).toEqual([]);
  }
  expect(new Set(cards.map(({ number }) => number)).size).toBe(cards.length);
});

test('credit codes obey the rules and none comes twice', () => {
  const codes = Array.from({ length: 3_000 }, (_, index) => creditCodeOf(3, index, '4401'));
  for (const code of codes.slice(0, 300))
    expect(identityFaults(IdentificationType.REGISTRATION_NO, code, [], by)).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});
