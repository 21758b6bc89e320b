import './process.events.js';
import type { Domain } from '../../kernel/domain.js';
import './process.policy.js';
import { ProcessBpmnResolver } from './bpmn/bpmn.resolver.js';
import { ApplicabilityVariable } from './applicability-variable.js';
import { ApplicabilityVariableResolver } from './applicability-variable.resolver.js';
import { OperationalAgreement } from './operational-agreement.js';
import { OperationalAgreementResolver } from './operational-agreement.resolver.js';
import { OperationalLimit } from './operational-limit.js';
import { OperatorCalendar } from './operator-calendar.js';
import { OperatorCalendarResolver } from './operator-calendar.resolver.js';
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
import { expireSchedule, expireVersions } from './publish.service.js';
import { approvalProcesses } from './standard/approvals.js';
import { ensureProcesses } from './standard/ensure-processes.js';
import { groupCustomerProcesses } from './standard/group-customers.js';
import { serviceProcesses } from './standard/service.js';
import { ProcessTemplateResolver } from './template.resolver.js';
import { ProcessVersionWithdrawalResolver } from './version-withdrawal.resolver.js';

export { configuredNames } from './applicability.js';
export * from './applicability-variable.js';
export { conditionValues, type ConditionSubject, servingConditions } from './condition-values.js';
export * from './definition.inputs.js';
export { definitionOf } from './definition-of-input.js';
export { type Eyes, everything, ofAllStaff, ofCaller } from './eyes.js';
export { readDefinition, writeDefinition } from './definition-rows.js';
export { knownTo } from './known.js';
export { isObjectType } from './object-types.js';
export * from './operational-agreement.js';
export { agreedLimit } from './operational-agreement.service.js';
export * from './operational-limit.js';
export * from './operator-calendar.js';
export { objectAt } from './object-view.js';
export { operatorWorkingTime } from './operator-calendar.service.js';
export * from './process.enums.js';
export * from './process-alarm-rule.js';
export * from './process-approval.js';
export * from './process-approval-file.js';
export * from './process-flow.js';
export * from './process-parameter.js';
export * from './process-start-after.js';
export * from './process-step.js';
export * from './process-template.js';
export * from './process-template-version.js';
export * from './process-time-limit.js';
export { onPublication } from './publication.js';
export { expireVersions } from './publish.service.js';
export { isStandardApproval } from './standard/approvals.js';
export { ensureProcesses } from './standard/ensure-processes.js';
export * from './standard/standard-process.js';
export { defineTemplateDependants } from './template-dependants.js';
export { templateRows, versionsInUse } from './versions-in-use.js';
export { refuseWithoutVerdict } from './without-verdict.js';

export const processes: Domain = {
  name: 'process',
  entities: [
    ProcessTemplate,
    ProcessTemplateVersion,
    ProcessStep,
    ProcessFlow,
    ProcessParameter,
    ProcessTimeLimit,
    ProcessAlarmRule,
    ProcessStartAfter,
    ProcessApproval,
    ProcessApprovalFile,
    OperatorCalendar,
    OperationalAgreement,
    OperationalLimit,
    ApplicabilityVariable,
  ],
  resolvers: [
    ProcessTemplateResolver,
    ProcessVersionWithdrawalResolver,
    ProcessBpmnResolver,
    OperatorCalendarResolver,
    OperationalAgreementResolver,
    ApplicabilityVariableResolver,
  ],
  jobs: [expireVersions],
  schedules: [expireSchedule],
  baseline: (context) =>
    ensureProcesses(context, [...groupCustomerProcesses, ...serviceProcesses, ...approvalProcesses]),
};
