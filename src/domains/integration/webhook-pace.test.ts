import { holdAfter, pauseAfter } from './webhook-pace.js';

describe('pauses between attempts', () => {
  it('grow threefold from five seconds to eight hours, spread by a fourth', () => {
    const seconds = (attempts: number, random: number) => pauseAfter(attempts, random) / 1000;
    expect([1, 2, 3, 4].map((attempts) => seconds(attempts, 0.5))).toEqual([5, 15, 45, 135]);
    expect(seconds(1, 0)).toBe(3.75);
    expect(seconds(1, 1)).toBe(6.25);
    expect(seconds(30, 0.5)).toBe(8 * 3600);
  });

  it('come to a dozen attempts and more in three days', () => {
    let hours = 0;
    let attempts = 0;
    for (; hours < 72; attempts++) hours += pauseAfter(attempts + 1, 0.5) / 3_600_000;
    expect(attempts).toBeGreaterThanOrEqual(12);
    expect(attempts).toBeLessThan(25);
  });

  it('hold a subscription whose target is not there for a minute at most', () => {
    expect([1, 2, 3, 7, 40].map(holdAfter)).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });
});
