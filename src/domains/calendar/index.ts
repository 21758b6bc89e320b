import './calendar.events.js';
import type { Domain } from '../../kernel/domain.js';
import { CalendarDay } from './calendar-day.js';
import './calendar.policy.js';
import { CalendarResolver } from './calendar.resolver.js';
import { WorkCalendar } from './work-calendar.js';
import { WorkShift } from './work-shift.js';

export * from './calendar-day.js';
export { dayAt, OPERATOR_ZONE, operatorToday, operatorZone, wholeMonths, wholeYears } from './operator-zone.js';
export * from './work-calendar.js';
export * from './work-shift.js';
export { workingTimeOf } from './working-time-of.js';

/** When people work. */
export const calendar: Domain = {
  name: 'calendar',
  entities: [WorkCalendar, WorkShift, CalendarDay],
  resolvers: [CalendarResolver],
};
