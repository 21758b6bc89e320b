import { anything, defineEventTypes, recordChange, text, type DataOf } from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const calendarEvents = defineEventTypes({
  'work-calendar.saved': recordChange('WorkCalendar', 'A work calendar was made or replaced.', {
    code: text('Its code.'),
    name: text('Its name.'),
    timeZone: text('Its time zone, IANA.'),
    regionId: text('Region whose staff look after it, opaque id; absent when it stayed.').nullish(),
    shifts: anything('Its shifts: day of the week, first and last minute.'),
    days: anything('Its special days.').nullish(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof calendarEvents> {}
}
