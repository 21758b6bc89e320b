import { Temporal } from 'temporal-polyfill';

/** A span of work within a day, in minutes from its local midnight. One that ends at or before its beginning ends on the next day. */
export interface Shift {
  /** 0 to 1439. */
  from: number;
  /** 1 to 1440. */
  to: number;
}

/** When somebody works. */
export interface WorkingTime {
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: string;
  /** Shifts by day of the week: 1 is Monday, 7 is Sunday. A day without an entry is free. */
  week: Readonly<Record<number, readonly Shift[]>>;
  /** Days that differ from their week, such as holidays, by ISO date; no shifts make the day free. */
  days: Readonly<Record<string, readonly Shift[]>>;
}

/** Days over which working time is looked for one by one; what lies beyond is counted by the week, for no holidays are known so far ahead. */
const MAX_DAYS = 3_700;
/** Weeks beyond them, which is a hundred years: a limit is never later. */
const MAX_WEEKS = 5_200;
const MINUTE = 60_000;
const DAY = 86_400_000;

interface Span {
  from: number;
  to: number;
}

/**
 * The moment that lies a span of working time after another, or before it when the span is negative. A moment outside of working time
 * counts as the nearest end of a shift in the direction of counting.
 * @param ms working time in milliseconds
 * @returns null when nobody ever works; the last moment of a hundred years when it lies beyond, back null when it lies more than ten years back
 */
export function moveByWorkingTime(calendar: WorkingTime, from: Date, ms: number): Date | null {
  const start = from.getTime();
  let left = Math.abs(ms);
  const forward = ms >= 0;
  for (const span of spansFrom(calendar, start, forward)) {
    const [begin, end] = forward ? [Math.max(span.from, start), span.to] : [span.from, Math.min(span.to, start)];
    if (end <= begin) continue;
    if (left <= end - begin) return new Date(forward ? begin + left : end - left);
    left -= end - begin;
  }
  return forward ? beyond(calendar, start, left) : null;
}

/** The moment at which working time ends that is left after the days that are looked at one by one: whole weeks are passed over. */
function beyond(calendar: WorkingTime, start: number, left: number): Date | null {
  const day = dayOf(calendar, start) + MAX_DAYS - 1;
  const week = { ...calendar, days: {} };
  const weekly = Array.from({ length: 7 }, (_, index) => spansOf(week, day + index))
    .flat()
    .reduce((sum, { from, to }) => sum + to - from, 0);
  if (weekly === 0) return null;
  const weeks = Math.min(Math.ceil(left / weekly) - 1, MAX_WEEKS);
  let rest = left - weeks * weekly;
  // A week in which the clock is set on or back differs a little.
  for (let index = 0; index < 21; index++)
    for (const { from, to } of spansOf(week, day + weeks * 7 + index)) {
      if (rest <= to - from) return new Date(from + rest);
      rest -= to - from;
    }
  return new Date((day + weeks * 7) * DAY);
}

/** Milliseconds of working time between two moments; 0 when the second is not later. */
export function workingTimeBetween(calendar: WorkingTime, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()];
  let total = 0;
  if (end <= start) return total;
  for (const span of spansFrom(calendar, start, true)) {
    if (span.from >= end) break;
    total += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start));
  }
  return total;
}

/** Spans of work in order, from the day before a moment on (its night shift may reach into the day), or from the day of it back. */
function* spansFrom(calendar: WorkingTime, at: number, forward: boolean): Generator<Span> {
  const today = dayOf(calendar, at);
  for (let index = 0; index < MAX_DAYS; index++) {
    const spans = spansOf(calendar, forward ? today + index - 1 : today - index);
    yield* forward ? spans : spans.reverse();
  }
}

/** The local day of a moment, in days since 1970-01-01. */
function dayOf({ timeZone }: WorkingTime, at: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return Date.UTC(local.year, local.month - 1, local.day) / DAY;
}

/** The spans of a day in order. What an earlier span, also of the night before, covers already is left out of them. */
function spansOf(calendar: WorkingTime, day: number): Span[] {
  const own = rawSpans(calendar, day);
  if (own.length === 0) return own;
  let covered = Math.max(-Infinity, ...rawSpans(calendar, day - 1).map(({ to }) => to));
  return own.flatMap(({ from, to }) => {
    const span = { from: Math.max(from, covered), to };
    covered = Math.max(covered, to);
    return span.to > span.from ? [span] : [];
  });
}

/** @param day days since 1970-01-01, which was a Thursday */
function rawSpans({ timeZone, week, days }: WorkingTime, day: number): Span[] {
  const shifts = days[isoDay(day)] ?? week[((((day + 3) % 7) + 7) % 7) + 1] ?? [];
  const spans = shifts.map(({ from, to }) => {
    const end = to <= from ? to + 1440 : to;
    return { from: momentOf(timeZone, day, from), to: momentOf(timeZone, day, end) };
  });
  return spans.sort((a, b) => a.from - b.from);
}

const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Moments that were worked out: looking them up in the time zone database is slow, and shifts ask for the same ones. */
const MAX_KEPT = 50_000;
const kept = new Map<string, number>();

/** A local time of a day: where the clock jumps over it or shows it twice, as the time zone database resolves it. */
function momentOf(timeZone: string, day: number, count: number): number {
  const key = `${timeZone} ${day} ${count}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor((count % 1440) / 60), minute: count % 60 });
  const date = Temporal.PlainDate.from(isoDay(day + Math.floor(count / 1440)));
  const moment = date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, moment);
  return moment;
}

/** Whole minutes as milliseconds. */
export const minutes = (count: number): number => count * MINUTE;

/** Whether it is the name of a time zone, and not merely a distance from UTC, which databases read the other way round. */
export const isZoneName = (name: string): boolean => /^[A-Za-z]/.test(name) && isTimeZone(name);

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
