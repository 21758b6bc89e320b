import { Temporal } from 'temporal-polyfill';

/** Times by the clock and the calendar, as cron says them. */
export interface CronTimes {
  kind: 'CRON';
  minutes: readonly number[];
  hours: readonly number[];
  days: ReadonlySet<number>;
  /** Whether the last day of each month is among the days. */
  lastDay: boolean;
  months: ReadonlySet<number>;
  /** From 1, Monday, to 7, Sunday. */
  weekdays: ReadonlySet<number>;
  /** Whether a day of the month, or of the week, is enough: both are named. */
  either: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** A leap day comes again within so many days. */
const MOST_DAYS = 3_000;

/** Reads minute, hour, day of the month, month and day of the week; `L` is the last day of the month. @returns null for what is none */
export function readCron(text: string): CronTimes | null {
  const fields = text.trim().toUpperCase().split(/\s+/);
  if (fields.length !== 5) return null;
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const lastDay = day.split(',').includes('L');
  const rest = day
    .split(',')
    .filter((part) => part !== 'L')
    .join(',');
  const minutes = numbers(minute, 0, 59);
  const hours = numbers(hour, 0, 23);
  const days = lastDay && rest === '' ? [] : numbers(rest, 1, 31);
  const months = numbers(named(month, MONTHS, 1), 1, 12);
  const weekdays = numbers(named(weekday, WEEKDAYS, 0), 0, 7);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  return {
    ...{ kind: 'CRON', minutes, hours, lastDay },
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays.map((number) => number || 7)),
    either: !day.startsWith('*') && !weekday.startsWith('*'),
  };
}

const named = (field: string, names: readonly string[], first: number): string =>
  field.replace(/[A-Z]{3}/g, (name) => {
    const at = names.indexOf(name);
    return at < 0 ? name : String(at + first);
  });

/** The numbers that a field means, in their order; null when it is none. */
function numbers(field: string, least: number, most: number): number[] | null {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [, all, one, end, step] = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    if (all === undefined && one === undefined) return null;
    const from = all ? least : Number(one);
    const to = all || (step && end === undefined) ? most : Number(end ?? one);
    const by = Number(step ?? 1);
    if (from < least || to > most || from > to || by < 1) return null;
    for (let number = from; number <= to; number += by) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

function isDay({ days, lastDay, months, weekdays, either }: CronTimes, date: Temporal.PlainDate): boolean {
  if (!months.has(date.month)) return false;
  const ofMonth = days.has(date.day) || (lastDay && date.day === date.daysInMonth);
  const ofWeek = weekdays.has(date.dayOfWeek);
  return either ? ofMonth || ofWeek : ofMonth && ofWeek;
}

/** The first time after a moment, by the clocks of a zone; null when there is none, as on the 30th of February. */
export function nextByCron(times: CronTimes, after: Date, timeZone: string): Date | null {
  let date = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let count = 0; count < MOST_DAYS; count++, date = date.add({ days: 1 })) {
    if (!isDay(times, date)) continue;
    for (const hour of times.hours)
      for (const minute of times.minutes) {
        const time = date.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds;
        if (time > after.getTime()) return new Date(time);
      }
  }
  return null;
}
