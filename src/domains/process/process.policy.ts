import { allow, anyOf, definePolicy, everyRow, extendPolicy, ofEmployee, whoSees } from '../../kernel/access/index.js';
import { Document } from '../document/index.js';
import { ApplicabilityVariable } from './applicability-variable.js';
import { OperationalAgreement } from './operational-agreement.js';
import { OperationalLimit } from './operational-limit.js';
import { OperatorCalendar } from './operator-calendar.js';
import { ProcessAlarmRule } from './process-alarm-rule.js';
import { ProcessApproval } from './process-approval.js';
import { ProcessApprovalFile } from './process-approval-file.js';
import { ProcessFlow } from './process-flow.js';
import { ProcessParameter } from './process-parameter.js';
import { ProcessStartAfter } from './process-start-after.js';
import { ProcessStep } from './process-step.js';
import { ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { ProcessTimeLimit } from './process-time-limit.js';

// How work runs is known to all staff and to nobody else.
for (const noun of [
  ProcessTemplate,
  ProcessTemplateVersion,
  ProcessStep,
  ProcessFlow,
  ProcessParameter,
  ProcessTimeLimit,
  ProcessAlarmRule,
  ProcessStartAfter,
  ProcessApproval,
  OperatorCalendar,
  OperationalAgreement,
  OperationalLimit,
  ApplicabilityVariable,
])
  definePolicy(noun, { STAFF: everyRow });

// What goes along with a version is for those who are asked, and for whom it belongs to anyway.
definePolicy(ProcessApprovalFile, {
  STAFF: anyOf(ofEmployee('approval', 'approver'), ofEmployee('document', 'author')),
});
extendPolicy(Document, { STAFF: whoSees(ProcessApprovalFile, 'document') });

// To design, to approve and to publish are permissions of their own.
allow({
  processTemplateCreate: ['STAFF'],
  processTemplateChange: ['STAFF'],
  processBpmnImport: ['STAFF'],
  processVersionCreate: ['STAFF'],
  processVersionEdit: ['STAFF'],
  processVersionTest: ['STAFF'],
  processVersionRedraft: ['STAFF'],
  processVersionSubmit: ['STAFF'],
  processVersionWithdraw: ['STAFF'],
  processVersionDecide: ['STAFF'],
  processVersionPublish: ['STAFF'],
  processVersionInvalidate: ['STAFF'],
  processCalendarSet: ['STAFF'],
  processAgreementSave: ['STAFF'],
  applicabilityVariableSave: ['STAFF'],
  applicabilityVariableRetire: ['STAFF'],
});
