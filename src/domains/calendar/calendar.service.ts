import { isTimeZone } from '../../kernel/calendar/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { refuseForeignRegion, Region } from '../region/index.js';
import { CalendarDay } from './calendar-day.js';
import type { WorkCalendarSaveInput } from './calendar.inputs.js';
import { WorkCalendar } from './work-calendar.js';
import { WorkShift } from './work-shift.js';

/** Makes a calendar or replaces the one with the same code; what is due from now on is reckoned by it (WFL-18). */
export function saveCalendar(context: CallContext, input: WorkCalendarSaveInput): Promise<WorkCalendar> {
  refuseFaulty(input);
  return context.database.write(context, async (tx) => {
    const { code, name, timeZone } = input;
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`work-calendar ${code}`]);
    const known = await tx.em.findOne(WorkCalendar, { code }, { populate: ['region'] });
    // Whoever replaces one must act for where it was, too.
    if (known) refuseForeignRegion(tx.caller, known.region ?? null, ['input', 'code']);
    const region = await regionFor(tx, input.regionId, known);
    const calendar = known ?? tx.add(new WorkCalendar());
    Object.assign(calendar, { code, name, timeZone, region });
    calendar.revision++;
    await tx.em.flush();
    await replaceRows(tx, calendar, input);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'work-calendar.saved',
      subject: calendar,
      regionId: region?.id,
      data: { ...input },
    });
    return calendar;
  });
}

/** The region whose staff look after a calendar: the one that is named, else the one that it has. */
async function regionFor(
  tx: Transaction,
  id: string | null | undefined,
  known: WorkCalendar | null,
): Promise<Region | null> {
  if (known && id === undefined) return known.region ?? null;
  const path = ['input', 'regionId'];
  const region = id ? await tx.get(Region, id, path, { lock: false }) : null;
  refuseForeignRegion(tx.caller, region, path);
  return region;
}

function refuseFaulty({ timeZone, days }: WorkCalendarSaveInput): void {
  if (!isTimeZone(timeZone)) refuse('TIME_ZONE_UNKNOWN', `There is no time zone ${timeZone}.`, ['input', 'timeZone']);
  const seen = new Set<string>();
  days?.forEach(({ day }, index) => {
    if (seen.has(day)) refuse('DUPLICATE', `${day} is given twice.`, ['input', 'days', index, 'day']);
    seen.add(day);
  });
}

async function replaceRows(
  { em, at }: Transaction,
  calendar: WorkCalendar,
  { shifts, days }: WorkCalendarSaveInput,
): Promise<void> {
  await em.nativeDelete(WorkShift, { calendar: calendar.id });
  await em.nativeDelete(CalendarDay, { calendar: calendar.id });
  const own = { calendar, createdAt: at, updatedAt: at };
  for (const shift of shifts) em.persist(Object.assign(new WorkShift(), { ...own, ...shift }));
  for (const day of days ?? []) {
    const worksLike = day.worksLike ?? null;
    em.persist(Object.assign(new CalendarDay(), { ...own, day: day.day, name: day.name, worksLike }));
  }
}
