import { describe, expect, test } from '@jest/globals';
import { IndicatorDirection as D } from '../catalogue/index.js';
import { deviationOf, levelOf, usualWarning } from './compare.js';
import { cycleStart } from './cycle.js';
import { SlaCycle } from './sla-term.js';

const availability = {
  direction: D.HIGHER_BETTER,
  committedValue: '99.90',
  warningValue: '99.95',
  alarmValue: '99.90',
};
const repair = { direction: D.LOWER_BETTER, committedValue: '4', warningValue: '3.5', alarmValue: '4' };

describe('comparing a measured value with the promise', () => {
  test.each([
    [availability, '99.97', 'OK', '0.07'],
    [availability, '99.95', 'OK', '0.05'],
    [availability, '99.93', 'WARNING', '0.03'],
    [availability, '99.90', 'WARNING', '0'],
    [availability, '99.85', 'VIOLATION', '-0.05'],
    [repair, '3.5', 'OK', '0.5'],
    [repair, '3.6', 'WARNING', '0.4'],
    [repair, '4.0', 'WARNING', '0'],
    [repair, '4.2', 'VIOLATION', '-0.2'],
  ])('SLA-31 against %j the value %s is %s with a deviation of %s', (promised, value, level, deviation) => {
    expect([levelOf(promised, value), deviationOf(promised, value)]).toEqual([level, deviation]);
  });

  test('SLA-21 without a warning value it lies half of the tolerance on the good side', () => {
    expect(usualWarning(D.HIGHER_BETTER, '%', '99.9')).toBe('99.95');
    expect(usualWarning(D.LOWER_BETTER, 'h', '4')).toBe('2');
    expect(usualWarning(D.HIGHER_BETTER, 'Mbit/s', '500')).toBe('500');
    expect(usualWarning(D.LOWER_BETTER, 'dB', '-20')).toBe('-20');
  });
});

test.each([
  [SlaCycle.DAY, '2026-03-15T23:59:59.999Z', '2026-03-15'],
  [SlaCycle.WEEK, '2026-03-15T12:00:00Z', '2026-03-09'],
  [SlaCycle.WEEK, '2026-03-16T00:00:00Z', '2026-03-16'],
  [SlaCycle.MONTH, '2026-02-28T23:59:59Z', '2026-02-01'],
  [SlaCycle.QUARTER, '2026-06-30T23:00:00Z', '2026-04-01'],
  [SlaCycle.YEAR, '2026-01-01T00:00:00Z', '2026-01-01'],
])('SLA-22 the cycle %s of %s begins on %s', (cycle, at, day) => {
  expect(cycleStart(cycle, new Date(at)).toISOString()).toBe(`${day}T00:00:00.000Z`);
});
