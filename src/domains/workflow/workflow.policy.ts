import { allow, anyOf, definePolicy, inRegion, ofEmployee, via } from '../../kernel/access/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';

// How work runs is internal: customers and partners see what it does to their orders and tickets.
definePolicy(ProcessInstance, { STAFF: inRegion('region') });
definePolicy(ProcessToken, { STAFF: via('instance') });
// Who was given a task sees it wherever it comes from.
definePolicy(ProcessTask, { STAFF: anyOf(inRegion('region'), ofEmployee('assignee')) });

// To dispatch, hold, move back or end what runs are permissions of their own; of its tasks one does those that one may do.
allow({
  processInstanceStart: ['STAFF'],
  processInstanceDispatch: ['STAFF'],
  processInstanceSuspend: ['STAFF'],
  processInstanceResume: ['STAFF'],
  processInstanceTerminate: ['STAFF'],
  processInstanceRetry: ['STAFF'],
  processInstanceMove: ['STAFF'],
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
