import { describe, expect, test } from '@jest/globals';
import { evaluateRule } from '../rules/index.js';
import { momentOf } from './moment-of.js';

const NOW = new Date('2026-01-31T08:00:00Z');
const means = (rule: string) => momentOf(evaluateRule(rule, {}).value, NOW)?.toISOString() ?? null;

describe('the moment that a timer means', () => {
  test.each([
    // The clocks of Berlin go forward on 29 March at 2:00 and back on 25 October at 3:00.
    ['date and time("2026-03-28T10:00:00@Europe/Berlin")', '2026-03-28T09:00:00.000Z'],
    ['date and time("2026-03-29T10:00:00@Europe/Berlin")', '2026-03-29T08:00:00.000Z'],
    ['date and time("2026-03-29T02:30:00@Europe/Berlin")', '2026-03-29T01:30:00.000Z'],
    ['date and time("2026-10-25T02:30:00@Europe/Berlin")', '2026-10-25T00:30:00.000Z'],
    ['date and time("2026-10-25T10:00:00@Europe/Berlin")', '2026-10-25T09:00:00.000Z'],
    ['date and time("2026-07-01T10:00:00@Asia/Shanghai")', '2026-07-01T02:00:00.000Z'],
    ['date and time("2026-07-01T10:00:00+08:00")', '2026-07-01T02:00:00.000Z'],
    ['date and time("2026-07-01T10:00:00")', '2026-07-01T10:00:00.000Z'],
    ['date("2026-07-01")', '2026-07-01T00:00:00.000Z'],
    ['"2026-07-01T10:00:00@Mars/Olympus"', null],
    ['30', '2026-01-31T08:30:00.000Z'],
    ['duration("P1D")', '2026-02-01T08:00:00.000Z'],
    ['duration("P1M")', '2026-02-28T08:00:00.000Z'],
    ['duration("PT36H")', '2026-02-01T20:00:00.000Z'],
    ['duration("-P1M")', '2025-12-31T08:00:00.000Z'],
    ['"soon"', null],
    ['null', null],
  ])('WFL-36 is, over the changes of clocks: %s', (rule, moment) => {
    expect(means(rule)).toBe(moment);
  });
});
