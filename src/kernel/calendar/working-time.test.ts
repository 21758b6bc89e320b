import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTimeZone, minutes, moveByWorkingTime, type WorkingTime, workingTimeBetween } from './working-time.js';

const DAY = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
];
/** Monday to Friday nine to twelve and one to six; a holiday, and a Saturday that is worked instead. */
const office: WorkingTime = {
  timeZone: 'Asia/Shanghai',
  week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
  days: { '2026-10-01': [], '2026-10-10': DAY },
};
const at = (local: string) => new Date(`${local}+08:00`);
const after = (from: string, count: number) => moveByWorkingTime(office, at(from), minutes(count));

describe('working time', () => {
  test.each([
    ['within a shift', '2026-09-28T09:30:00', 60, '2026-09-28T10:30:00'],
    ['over the break', '2026-09-28T11:30:00', 60, '2026-09-28T13:30:00'],
    ['from before work', '2026-09-28T06:00:00', 60, '2026-09-28T10:00:00'],
    ['from the evening', '2026-09-28T20:00:00', 60, '2026-09-29T10:00:00'],
    ['over a holiday and a weekend', '2026-09-30T17:00:00', 9 * 60, '2026-10-02T18:00:00'],
    ['into a Saturday that is worked', '2026-10-09T17:00:00', 120, '2026-10-10T10:00:00'],
    ['backwards over a weekend', '2026-10-05T09:30:00', -60, '2026-10-02T17:30:00'],
  ])('is counted %s', (_what, from, count, to) => {
    expect(after(from, count)).toEqual(at(to));
  });

  test('has night shifts that end on the next day, each minute counted once', () => {
    const night = { from: 22 * 60, to: 6 * 60 };
    const early = { from: 5 * 60, to: 7 * 60 };
    const shifts: WorkingTime = { timeZone: 'Asia/Shanghai', week: { 1: [night], 2: [early] }, days: {} };
    expect(moveByWorkingTime(shifts, at('2026-09-28T23:00:00'), minutes(7.5 * 60))).toEqual(at('2026-09-29T06:30:00'));
    expect(workingTimeBetween(shifts, at('2026-09-28T00:00:00'), at('2026-09-30T00:00:00'))).toBe(minutes(9 * 60));
    expect(moveByWorkingTime(shifts, at('2026-09-29T06:30:00'), -minutes(7.5 * 60))).toEqual(at('2026-09-28T23:00:00'));
  });

  test('follows summer time', () => {
    const all = [{ from: 0, to: 1440 }];
    const week = { 1: all, 2: all, 3: all, 4: all, 5: all, 6: all, 7: all };
    const berlin: WorkingTime = { timeZone: 'Europe/Berlin', week, days: {} };
    const [from, to] = [new Date('2026-03-28T23:00:00Z'), new Date('2026-03-29T22:00:00Z')];
    expect(workingTimeBetween(berlin, from, to)).toBe(minutes(23 * 60));
  });

  test('ends without a result where nobody ever works', () => {
    expect(moveByWorkingTime({ timeZone: 'UTC', week: {}, days: {} }, new Date(), 1)).toBeNull();
    const once = { timeZone: 'UTC', week: {}, days: { '2026-10-01': [{ from: 0, to: 60 }] } };
    expect(moveByWorkingTime(once, new Date('2026-09-30T00:00:00Z'), minutes(61))).toBeNull();
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Asia/Nowhere')]).toEqual([true, false]);
  });

  test('WFL-58 counts on by the week what lies beyond the days that are looked at', () => {
    const rare = { timeZone: 'UTC', week: { 1: [{ from: 600, to: 601 }] }, days: {} };
    const monday = new Date('2026-09-28T00:00:00Z');
    const due = (weeks: number) => new Date(monday.getTime() + weeks * 7 * 86_400_000 + minutes(601));
    for (const count of [1, 520, 528, 529, 530, 531, 600, 1000])
      expect(moveByWorkingTime(rare, monday, minutes(count))).toEqual(due(count - 1));
    const far = moveByWorkingTime(rare, monday, minutes(5_000_000))!;
    expect(far.getUTCFullYear()).toBeGreaterThan(2126);
    expect(far.getUTCFullYear()).toBeLessThan(2150);
  });

  test('moving and measuring agree, whatever the shifts', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const shift = fc.record({ from: minute, to: fc.integer({ min: 1, max: 1440 }) });
    const day = fc.array(shift, { maxLength: 3 });
    const week = fc.record({ 1: day, 3: day, 6: day, 7: fc.constant([{ from: 600, to: 1080 }]) });
    const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(week, start, fc.integer({ min: 1, max: 5_000 }), (shifts, from, count) => {
        const calendar: WorkingTime = { timeZone: 'Asia/Shanghai', week: shifts, days: { '2026-05-01': [] } };
        const to = moveByWorkingTime(calendar, from, minutes(count))!;
        expect(workingTimeBetween(calendar, from, to)).toBe(minutes(count));
        const back = moveByWorkingTime(calendar, to, -minutes(count))!;
        expect(back.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(workingTimeBetween(calendar, from, back)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
