import { Temporal } from 'temporal-polyfill';
import { type CronTimes, nextByCron, readCron } from './cron.js';

/** Times at which something happens again and again. */
export type Recurrence = CronTimes | Cycle;

/** So many times, or for ever, with a span between two: `R/…/P…` of ISO 8601. */
interface Cycle {
  kind: 'CYCLE';
  /** How often in all; null for ever. */
  rounds: number | null;
  /** The first time; null when it is given elsewhere. */
  start: Date | null;
  span: Span;
}

type Span = Record<'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds', number>;

const CYCLE =
  /^R(\d{0,6})\/(?:([^/]+)\/)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** A moment that says where: with `Z` or an offset. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const DAY_S = 86_400;

/**
 * Reads when something happens again and again: five fields of cron, such as `30 8 * * MON-FRI`, or a cycle of ISO 8601, such as
 * `R/2026-01-31T09:00:00+08:00/P1M`. @returns null for what is neither, or comes more often than once a minute
 */
export function readRecurrence(text: string): Recurrence | null {
  const [whole, rounds, start, ...parts] = CYCLE.exec(text.trim()) ?? [];
  if (whole === undefined) return readCron(text);
  const [years, months, weeks, days, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0)) as number[];
  const span = { years, months, weeks, days, hours, minutes, seconds } as Span;
  const least = leastSeconds(span);
  if (least < 60 || least > 400 * 366 * DAY_S || (start && !MOMENT.test(start)) || rounds === '0') return null;
  const from = start ? new Date(start) : null;
  if (from && Number.isNaN(from.getTime())) return null;
  return { kind: 'CYCLE', rounds: rounds ? Number(rounds) : null, start: from, span };
}

/** Whether a recurrence says itself when it begins, or needs no beginning. */
export const hasStart = (recurrence: Recurrence): boolean => recurrence.kind === 'CRON' || recurrence.start !== null;

/**
 * The first time after a moment. Days and months are those of the zone: a time that the clocks skip is that much later, and one that comes
 * twice is the first.
 * @param start of a cycle that does not say itself when it begins
 * @returns null when it does not come any more
 */
export function nextTime(
  recurrence: Recurrence,
  after: Date,
  timeZone: string,
  start: Date | null = null,
): Date | null {
  if (recurrence.kind === 'CRON') return nextByCron(recurrence, after, timeZone);
  const { rounds, span } = recurrence;
  const from = recurrence.start ?? start;
  if (!from) return null;
  const first = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone);
  // Each is counted from the first, so that the last day of a month stays the last.
  for (let round = Math.max(0, Math.floor((after.getTime() - from.getTime()) / 1000 / mostSeconds(span))); ; round++) {
    if (rounds !== null && round >= rounds) return null;
    const times = Object.fromEntries(Object.entries(span).map(([unit, count]) => [unit, count * round]));
    const time = first.add(times).epochMilliseconds;
    if (time > after.getTime()) return new Date(time);
  }
}

/** Seconds that a span lasts at the least, whatever months and hours it meets. */
const leastSeconds = (span: Span): number => secondsOf(span, 365, 28, -1);
/** Seconds that a span lasts at the most. */
const mostSeconds = (span: Span): number => secondsOf(span, 366, 31, 1);

/** @param clocks by how many hours clocks may be put forward or back within it */
function secondsOf(
  { years, months, weeks, days, hours, minutes, seconds }: Span,
  year: number,
  month: number,
  clocks: number,
) {
  const whole = years * year + months * month + weeks * 7 + days;
  return whole * DAY_S + (whole > 0 ? clocks * 3600 * 2 : 0) + hours * 3600 + minutes * 60 + seconds;
}
