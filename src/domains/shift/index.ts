import './shift.events.js';
import type { Domain } from '../../kernel/domain.js';
import { DutyRecord } from './duty-record.js';
import './shift-parameters.js';
import { remindOfShift } from './shift-plan.service.js';
import { ShiftPlan } from './shift-plan.js';
import { reportSchedule, reportShifts } from './shift-report.service.js';
import { ShiftReport, ShiftReportLine } from './shift-report.js';
import { ShiftTask } from './shift-task.js';
import './shift.policy.js';
import { ShiftResolver } from './shift.resolver.js';

export * from './duty-record.js';
export * from './shift-plan.js';
export { remindOfShift } from './shift-plan.service.js';
export * from './shift-report.js';
export { reportShifts } from './shift-report.service.js';
export * from './shift-task.js';
export * from './shift-view.js';

/** Shifts as they are planned, done and handed over. */
export const shift: Domain = {
  name: 'shift',
  entities: [ShiftPlan, ShiftTask, DutyRecord, ShiftReport, ShiftReportLine],
  resolvers: [ShiftResolver],
  jobs: [remindOfShift, reportShifts],
  schedules: [reportSchedule],
};
