import { Temporal } from 'temporal-polyfill';
import { keptValue } from './values.js';

const MINUTE = 60_000;
const DURATION = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** A moment as FEEL writes it with the name of a zone, such as `2026-03-29T10:00:00@Europe/Berlin`. */
const IN_ZONE = /^([^@]+)@(.+)$/;
/** A local moment or a day, which says nothing of where. */
const LOCAL = /^\d{4}-\d\d-\d\d(T[\d:.]+)?$/;

/** Whether a value of a timer is minutes or a duration, and no moment. */
export function isSpan(value: unknown): boolean {
  const kept = keptValue(value);
  return typeof kept === 'number' || (typeof kept === 'string' && DURATION.test(kept));
}

/**
 * The moment that a timer means: minutes or a duration from now on, or a moment; null when the value is none of them. A day is 24 hours,
 * a month ends with its last day, and the time of a zone is that of its clocks on that day, summer time included. A moment without a zone is
 * that of UTC, on whatever server it is read.
 */
export function momentOf(value: unknown, from: Date): Date | null {
  const kept = keptValue(value);
  if (typeof kept === 'number') return shifted(from, kept * MINUTE);
  if (typeof kept !== 'string') return null;
  const span = DURATION.exec(kept);
  if (!span) return momentIn(kept);
  const [, sign, years, months, days, hours, minutes, seconds] = span;
  const number = (text: string | undefined) => Number(text ?? 0) * (sign ? -1 : 1);
  const utc = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC');
  const moved = attempt(() => utc.add({ years: number(years), months: number(months) }).epochMilliseconds);
  const rest = ((number(days) * 24 + number(hours)) * 60 + number(minutes)) * MINUTE + number(seconds) * 1000;
  return moved === null ? null : shifted(new Date(moved), rest);
}

function momentIn(text: string): Date | null {
  const [, local, timeZone] = IN_ZONE.exec(text) ?? [];
  // A time that the clocks skip is that much later, one that comes twice is the first.
  if (local && timeZone) {
    const found = attempt(() => Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);
    return found === null ? null : new Date(found);
  }
  return valid(new Date(LOCAL.test(text) && text.includes('T') ? `${text}Z` : text));
}

function attempt(work: () => number): number | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const shifted = (from: Date, milliseconds: number): Date | null => valid(new Date(from.getTime() + milliseconds));
const valid = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date);
