import { defineJob } from '../../kernel/jobs/job.js';
import { reply } from './exchange.service.js';
import { cancelTask, sendTask } from './external.service.js';
import { fireTriggers } from './fire-triggers.js';
import { follow } from './follow.js';
import { WorkflowJob } from './jobs.js';
import { passOnTasksOf } from './leaver.js';
import { findTasksOf } from './nobody.js';
import { raiseLimitAlarms } from './raise-limit-alarms.js';
import { meet } from './meet.js';
import { measureInstances } from './monitor.service.js';
import { runInstance } from './run-instance.js';
import { startSuccessors } from './start-successors.js';
import { undoSuccessors } from './undo-successors.js';

/** Jobs that move processes on; each looks at the state it finds, so that running twice does no more than running once. */
export const workflowJobs = [
  defineJob<{ instanceId: string }>(WorkflowJob.run, ({ instanceId }, context, { signal }) =>
    runInstance(context, instanceId, signal),
  ),
  defineJob<{ instanceId: string; tokenId: string | null }>(WorkflowJob.alarm, ({ instanceId, tokenId }, context) =>
    raiseLimitAlarms(context, instanceId, tokenId),
  ),
  defineJob<{ correlationKey: string }>(WorkflowJob.meet, ({ correlationKey }, context) =>
    meet(context, correlationKey),
  ),
  defineJob<{ taskId: string }>(WorkflowJob.send, ({ taskId }, context) => sendTask(context, taskId), { waits: true }),
  defineJob<{ instanceId: string }>(
    WorkflowJob.reply,
    ({ instanceId }, context, { attempt }) => reply(context, instanceId, attempt),
    { waits: true },
  ),
  defineJob<{ instanceId: string }>(WorkflowJob.follow, ({ instanceId }, context) => follow(context, instanceId)),
  defineJob<{ employeeId: string }>(WorkflowJob.leave, ({ employeeId }, context) => passOnTasksOf(context, employeeId)),
  defineJob<{ employeeNo: string }>(WorkflowJob.arrive, ({ employeeNo }, context) => findTasksOf(context, employeeNo)),
  defineJob<{ instanceId: string }>(WorkflowJob.undoSuccessors, ({ instanceId }, context) =>
    undoSuccessors(context, instanceId),
  ),
  measureInstances,
  fireTriggers,
  startSuccessors,
  defineJob<{ taskId: string }>(
    WorkflowJob.cancel,
    ({ taskId }, context, { attempt }) => cancelTask(context, taskId, attempt),
    {
      waits: true,
    },
  ),
];
