import { expect, test } from '@jest/globals';
import { monthsLater } from './contract-term.js';

test.each([
  ['2026-01-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2024-01-31T10:00:00.000Z', 1, '2024-02-29T10:00:00.000Z'],
  ['2024-02-29T00:00:00.000Z', 12, '2025-02-28T00:00:00.000Z'],
  ['2026-12-15T08:30:00.000Z', 24, '2028-12-15T08:30:00.000Z'],
  ['2026-10-31T00:00:00.000Z', 4, '2027-02-28T00:00:00.000Z'],
])('MOD-82 a term that begins at %s and lasts %i months ends at %s', (from, months, to) => {
  expect(monthsLater(new Date(from), months).toISOString()).toBe(to);
});
