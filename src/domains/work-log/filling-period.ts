import { Temporal } from 'temporal-polyfill';
import { FillingPeriod } from './work-log-period.js';

/** The period that a moment lies in: its first moment, and the first after it, by the days of the time zone. */
export function periodAround(at: Date, period: FillingPeriod, timeZone: string): { startsAt: Date; endsAt: Date } {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = {
    [FillingPeriod.DAY]: () => day,
    [FillingPeriod.WEEK]: () => day.subtract({ days: day.dayOfWeek - 1 }),
    [FillingPeriod.MONTH]: () => day.with({ day: 1 }),
  }[period]();
  const next = first.add(
    {
      [FillingPeriod.DAY]: { days: 1 },
      [FillingPeriod.WEEK]: { days: 7 },
      [FillingPeriod.MONTH]: { months: 1 },
    }[period],
  );
  const moment = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  return { startsAt: moment(first), endsAt: moment(next) };
}
