import type { Shift, WorkingTime } from '../../kernel/calendar/index.js';
import type { Reader } from '../../kernel/database/transaction.js';

const READ = `
  select "c"."time_zone" as "timeZone",
    (select json_agg(json_build_array("s"."weekday", "s"."from_minute", "s"."to_minute") order by "s"."from_minute") from "work_shift" "s" where "s"."calendar_id" = "c"."id") as "shifts",
    (select json_agg(json_build_array("d"."day", "d"."works_like")) from "calendar_day" "d" where "d"."calendar_id" = "c"."id") as "days"
  from "work_calendar" "c" where "c"."id" = ?`;

interface Row {
  timeZone: string;
  shifts: [weekday: number, from: number, to: number][] | null;
  days: [day: string, worksLike: number | null][] | null;
}

/** Calendars that were read, by key, each as it was saved last. */
const kept = new Map<string, { revision: number; time: WorkingTime }>();

/** The working time of a calendar. @param revision that of the calendar now: what was read of the same is not read again */
export async function workingTimeOf(reader: Reader, id: string, revision: number): Promise<WorkingTime> {
  const known = kept.get(id);
  if (known?.revision === revision) return known.time;
  const [row] = await reader.execute<[Row]>(READ, [id]);
  const time = timeOf(row);
  kept.set(id, { revision, time });
  return time;
}

function timeOf({ timeZone, shifts, days }: Row): WorkingTime {
  const week: Record<number, Shift[]> = {};
  for (const [weekday, from, to] of shifts ?? []) (week[weekday] ??= []).push({ from, to });
  const others = (days ?? []).map(([day, like]) => [day, like === null ? [] : (week[like] ?? [])] as const);
  return { timeZone, week, days: Object.fromEntries(others) };
}
