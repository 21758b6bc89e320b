import './workflow.events.js';
import type { Domain } from '../../kernel/domain.js';
import { ProcessAlarmResolver } from './alarm.resolver.js';
import './compute-handler.js';
import './process-reports.js';
import './related.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessExchangeResolver } from './exchange.resolver.js';
import { ProcessExternalResolver } from './external.resolver.js';
import { ProcessInstanceResolver } from './instance.resolver.js';
import { MonitorRecord } from './monitor-record.js';
import { ProcessMonitorResolver } from './monitor.resolver.js';
import { MonitorRule } from './monitor-rule.js';
import { measureSchedule } from './monitor.service.js';
import { ProcessAlarm } from './process-alarm.js';
import { ProcessException } from './process-exception.js';
import { ProcessExchange } from './process-exchange.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import { triggerSchedule } from './fire-triggers.js';
import { ProcessSuccession, ProcessSuccessionPlace } from './process-succession.js';
import { ProcessTrigger } from './process-trigger.js';
import { ProcessTriggerFiring } from './process-trigger-firing.js';
import './provide-engine.js';
import './type-dependants.js';
import { ProcessTemplateChoiceResolver } from './template-choice.resolver.js';
import { ProcessTriggerResolver } from './trigger.resolver.js';
import { ProcessTaskResolver } from './task.resolver.js';
import { gatherCompletions, successionSchedule } from './start-successors.js';
import { workflowJobs } from './workflow.jobs.js';
import './workflow.policy.js';
import { ProcessWorkListResolver } from './work-list.resolver.js';

export * from './alarm.enums.js';
export * from './alarm-suppression.js';
export * from './process-alarm.js';
export * from './exchange.enums.js';
export * from './monitor.enums.js';
export * from './monitor-record.js';
export * from './monitor-rule.js';
export * from './process-exception.js';
export * from './process-exchange.js';
export * from './process-instance.js';
export { ProcessSuccession } from './process-succession.js';
export * from './process-task.js';
export * from './process-token.js';
export * from './process-trigger.js';
export * from './process-trigger-firing.js';
export * from './instance-times.js';
export { takeAnswer, takeProgress } from './external.service.js';
export { runInstance } from './run-instance.js';
export * from './task-view.js';
export { dispatchInstance } from './start.service.js';
export { finishStanding, handTo } from './task.service.js';
export { type CountedWork, ProcessWorkList, workListFrom, workListOf } from './work-list.js';
export * from './workflow.enums.js';

/** Processes as they run: instances of the templates of the process domain, where they stand, and the tasks that they make. */
export const workflow: Domain = {
  name: 'workflow',
  entities: [
    ProcessInstance,
    ProcessToken,
    ProcessTask,
    AlarmSuppression,
    ProcessAlarm,
    ProcessException,
    MonitorRule,
    MonitorRecord,
    ProcessExchange,
    ProcessTrigger,
    ProcessTriggerFiring,
    ProcessSuccession,
    ProcessSuccessionPlace,
  ],
  resolvers: [
    ProcessInstanceResolver,
    ProcessTaskResolver,
    ProcessExternalResolver,
    ProcessAlarmResolver,
    ProcessWorkListResolver,
    ProcessMonitorResolver,
    ProcessExchangeResolver,
    ProcessTriggerResolver,
    ProcessTemplateChoiceResolver,
  ],
  jobs: workflowJobs,
  schedules: [measureSchedule, triggerSchedule, successionSchedule],
  start: gatherCompletions,
};
