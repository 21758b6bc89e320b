import { nextTime, readRecurrence } from './index.js';

const SHANGHAI = 'Asia/Shanghai';
/** The first times after a moment. */
function times(text: string, after: string, zone = SHANGHAI, count = 3, start?: string): string[] {
  const recurrence = readRecurrence(text)!;
  const found: string[] = [];
  for (let at: Date | null = new Date(after); found.length < count;) {
    at = nextTime(recurrence, at, zone, start ? new Date(start) : null);
    if (!at) break;
    found.push(at.toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

describe('cron', () => {
  it('is by the clock of the zone', () => {
    expect(times('30 8 * * *', '2026-03-01T00:00:00Z')).toEqual([
      '2026-03-01T00:30Z',
      '2026-03-02T00:30Z',
      '2026-03-03T00:30Z',
    ]);
    expect(times('*/20 9-10 * * *', '2026-03-01T01:20:00Z', SHANGHAI, 4)).toEqual([
      ...['2026-03-01T01:40Z', '2026-03-01T02:00Z', '2026-03-01T02:20Z', '2026-03-01T02:40Z'],
    ]);
  });

  it('knows weekdays, days of the month, its last day, and months', () => {
    // A Friday.
    expect(times('0 0 * * MON-FRI', '2026-01-01T16:00:00Z', SHANGHAI, 2)).toEqual([
      '2026-01-04T16:00Z',
      '2026-01-05T16:00Z',
    ]);
    expect(times('0 12 * * 0', '2026-01-01T00:00:00Z', 'UTC', 2)).toEqual(['2026-01-04T12:00Z', '2026-01-11T12:00Z']);
    expect(times('0 12 31 * *', '2026-01-01T00:00:00Z', 'UTC')).toEqual([
      ...['2026-01-31T12:00Z', '2026-03-31T12:00Z', '2026-05-31T12:00Z'],
    ]);
    expect(times('0 12 L * *', '2026-01-31T12:00:00Z', 'UTC', 2)).toEqual(['2026-02-28T12:00Z', '2026-03-31T12:00Z']);
    expect(times('0 0 29 feb *', '2026-01-01T00:00:00Z', 'UTC', 2)).toEqual(['2028-02-29T00:00Z', '2032-02-29T00:00Z']);
    // Of both one is enough.
    expect(times('0 0 1,15 * MON', '2026-01-01T00:00:00Z', 'UTC', 3)).toEqual([
      ...['2026-01-05T00:00Z', '2026-01-12T00:00Z', '2026-01-15T00:00Z'],
    ]);
  });

  it('comes once a day when the clocks are put forward and back', () => {
    const berlin = 'Europe/Berlin';
    expect(times('30 2 * * *', '2026-03-28T12:00:00Z', berlin, 2)).toEqual(['2026-03-29T01:30Z', '2026-03-30T00:30Z']);
    expect(times('30 2 * * *', '2026-10-24T12:00:00Z', berlin, 2)).toEqual(['2026-10-25T00:30Z', '2026-10-26T01:30Z']);
  });

  it('may never come', () => expect(times('0 0 30 2 *', '2026-01-01T00:00:00Z')).toEqual([]));
});

describe('a cycle', () => {
  it('counts from its first time, in days and months of the zone', () => {
    expect(times('R/2026-01-31T09:00:00+08:00/P1M', '2026-01-01T00:00:00Z', SHANGHAI, 4)).toEqual([
      ...['2026-01-31T01:00Z', '2026-02-28T01:00Z', '2026-03-31T01:00Z', '2026-04-30T01:00Z'],
    ]);
    expect(times('R/2026-03-28T09:00:00+01:00/P1D', '2026-03-28T08:00:00Z', 'Europe/Berlin', 1)).toEqual([
      '2026-03-29T07:00Z',
    ]);
    expect(times('R/P2W', '2046-06-01T00:00:00Z', 'UTC', 1, '2026-01-01T06:00:00Z')).toEqual(['2046-06-07T06:00Z']);
    expect(times('R/PT90M', '2026-01-01T10:00:00Z', 'UTC', 2, '2026-01-01T06:00:00Z')).toEqual([
      ...['2026-01-01T10:30Z', '2026-01-01T12:00Z'],
    ]);
  });

  it('ends after its rounds, whether they were seen or not', () => {
    expect(times('R3/2026-01-01T00:00:00Z/P1D', '2025-12-31T00:00:00Z', 'UTC', 9)).toHaveLength(3);
    expect(times('R3/2026-01-01T00:00:00Z/P1D', '2026-01-02T12:00:00Z', 'UTC', 9)).toEqual(['2026-01-03T00:00Z']);
  });
});

it.each([
  ...[
    '',
    '* * * *',
    '60 * * * *',
    '0 24 * * *',
    '0 0 0 * *',
    '0 0 * 13 *',
    '0 0 * * 8',
    '5-1 * * * *',
    '*/0 * * * *',
    'a b c d e',
  ],
  ...[
    '0 0 X * *',
    'R/PT30S',
    'R0/P1D',
    'R/P',
    'R/PT',
    'R/2026-01-01T00:00:00/P1D',
    'R/tomorrow/P1D',
    'P1D',
    'R/2026-13-01T00:00:00Z/P1D',
  ],
])('%s is none', (text) => expect(readRecurrence(text)).toBeNull());
