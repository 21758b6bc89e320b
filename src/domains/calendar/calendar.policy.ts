import { allow, definePolicy, everyRow, policyVia } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { CalendarDay } from './calendar-day.js';
import { WorkCalendar } from './work-calendar.js';
import { WorkShift } from './work-shift.js';

// Staff know each other's hours.
definePolicy(WorkCalendar, { STAFF: everyRow });
policyVia(WorkShift, 'calendar');
policyVia(CalendarDay, 'calendar');

allow({ workCalendarSave: ['STAFF'] });
auditAs(AuditCategory.BASIC_DATA, 'workCalendarSave');
