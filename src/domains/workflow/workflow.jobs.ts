import { defineJob } from '../../kernel/jobs/job.js';
import { cancelTask, sendTask } from './external.service.js';
import { WorkflowJob } from './jobs.js';
import { meet } from './meet.js';
import { runInstance } from './run-instance.js';

/** Jobs that move processes on; each looks at the state it finds, so that running twice does no more than running once. */
export const workflowJobs = [
  defineJob<{ instanceId: string }>(WorkflowJob.run, ({ instanceId }, context, { signal }) =>
    runInstance(context, instanceId, signal),
  ),
  defineJob<{ correlationKey: string }>(WorkflowJob.meet, ({ correlationKey }, context) =>
    meet(context, correlationKey),
  ),
  defineJob<{ taskId: string }>(WorkflowJob.send, ({ taskId }, context) => sendTask(context, taskId), { waits: true }),
  defineJob<{ taskId: string }>(WorkflowJob.cancel, ({ taskId }, context) => cancelTask(context, taskId), {
    waits: true,
  }),
];
