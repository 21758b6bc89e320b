import {
  allow,
  among,
  answerPersonally,
  anyOf,
  definePolicy,
  everyRow,
  inRegion,
  namedIn,
  ofEmployee,
  via,
} from '../../kernel/access/index.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessAlarm } from './process-alarm.js';
import { MonitorRecord } from './monitor-record.js';
import { MonitorRule } from './monitor-rule.js';
import { ProcessException } from './process-exception.js';
import { ProcessExchange } from './process-exchange.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessSuccession } from './process-succession.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import { ProcessTriggerFiring } from './process-trigger-firing.js';
import { ProcessTrigger } from './process-trigger.js';

/**
 * Tasks that somebody was given, that are for them or their unit by name, or that were escalated to these: they see them wherever they come
 * from (WFL-19, WFL-40). Positions and roles are held everywhere, and are those of the region of the task.
 */
function given() {
  return [ofEmployee('assignee'), namedIn('operatorKind', 'operatorCode'), namedIn('escalatedKind', 'escalatedCode')];
}

// How work runs is internal: customers and partners see what it does to their orders and tickets.
// Who is to do a task wherever it comes from, or has done it, sees what it belongs to (WFL-40, WFL-74).
definePolicy(ProcessInstance, {
  STAFF: anyOf(inRegion('region'), among(ProcessTask, 'instance', anyOf(...given()), inRegion('region'))),
});
definePolicy(ProcessToken, { STAFF: via('instance') });
definePolicy(ProcessTask, { STAFF: anyOf(inRegion('region'), ...given()) });

// Also who was told of an alarm sees it wherever it comes from.
definePolicy(ProcessAlarm, { STAFF: anyOf(inRegion('region'), ofEmployee('recipient')) });
definePolicy(AlarmSuppression, { STAFF: everyRow });

definePolicy(ProcessException, { STAFF: via('instance') });
definePolicy(MonitorRule, { STAFF: everyRow });
definePolicy(ProcessTrigger, { STAFF: everyRow });
definePolicy(ProcessSuccession, { STAFF: via('after') });
definePolicy(ProcessTriggerFiring, { STAFF: via('trigger') });
definePolicy(MonitorRecord, { STAFF: via('instance') });
definePolicy(ProcessExchange, { STAFF: via('instance') });

// To dispatch, hold, move back or end what runs are permissions of their own; of its tasks one does those that one may do.
allow({
  processInstanceStart: ['STAFF'],
  processInstanceDispatch: ['STAFF'],
  processInstanceSuspend: ['STAFF'],
  processInstanceResume: ['STAFF'],
  processInstanceTerminate: ['STAFF'],
  processInstanceRetry: ['STAFF'],
  processInstanceMove: ['STAFF'],
  processInstanceTryStep: ['STAFF'],
  processInstanceValuesSet: ['STAFF'],
  processInstanceWaitEnd: ['STAFF'],
  processInstanceUndone: ['STAFF'],
  processInstanceHandOver: ['STAFF'],
  processInstanceRollBack: ['STAFF'],
  processInstanceChange: ['STAFF'],
  processTaskClaim: ['STAFF'],
  processTaskAssign: ['STAFF'],
  processTaskDelegate: ['STAFF'],
  processTaskForward: ['STAFF'],
  processTaskRelease: ['STAFF'],
  processTaskProgress: ['STAFF'],
  processTaskComplete: ['STAFF'],
  processTaskReject: ['STAFF'],
});

// Outside systems answer with keys; staff answer in their place in tests and when a connection is broken.
allow({ processExternalProgress: ['STAFF'], processExternalAnswer: ['STAFF'] });

allow({
  processAlarmAcknowledge: ['STAFF'],
  processAlarmSuppress: ['STAFF'],
  processAlarmSuppressionEnd: ['STAFF'],
  processAlarmRaised: ['STAFF'],
  processWork: ['STAFF'],
  processMonitorRuleSave: ['STAFF'],
  processTriggerSave: ['STAFF'],
  processExternalOrders: ['STAFF'],
  processExternalAsk: ['STAFF'],
  processExternalSettle: ['STAFF'],
});

// What somebody is to do wherever it comes from is in nobody else's list (SYS-48).
answerPersonally('processWork');
// So is what they are told of by name (WFL-59).
answerPersonally('processAlarmRaised');
