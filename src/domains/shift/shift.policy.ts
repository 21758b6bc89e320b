import { allow, anyOf, definePolicy, inOrganisation, ofEmployee, via } from '../../kernel/access/index.js';
import { DutyRecord } from './duty-record.js';
import { ShiftPlan } from './shift-plan.js';
import { ShiftReport, ShiftReportLine } from './shift-report.js';
import { ShiftTask } from './shift-task.js';

// A team knows its shifts, who is on duty knows their own, and reports are for the unit and those above.
definePolicy(ShiftPlan, { STAFF: anyOf(inOrganisation('organization'), ofEmployee('employee')) });
definePolicy(DutyRecord, { STAFF: via('shift') });
definePolicy(ShiftTask, { STAFF: via('shift') });
definePolicy(ShiftReport, { STAFF: inOrganisation('organization') });
definePolicy(ShiftReportLine, { STAFF: via('report') });

allow({
  shiftPlanSave: ['STAFF'],
  shiftPlanCancel: ['STAFF'],
  shiftTakeOver: ['STAFF'],
  shiftHandOver: ['STAFF'],
  shiftTasksFill: ['STAFF'],
  dutyRecordSave: ['STAFF'],
  shiftReportCreate: ['STAFF'],
});
