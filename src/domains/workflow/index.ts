import './workflow.events.js';
import type { Domain } from '../../kernel/domain.js';
import { ProcessExternalResolver } from './external.resolver.js';
import { ProcessInstanceResolver } from './instance.resolver.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { ProcessToken } from './process-token.js';
import './provide-engine.js';
import { ProcessTaskResolver } from './task.resolver.js';
import { workflowJobs } from './workflow.jobs.js';
import './workflow.policy.js';

export * from './process-instance.js';
export * from './process-task.js';
export * from './process-token.js';
export { runInstance } from './run-instance.js';
export * from './workflow.enums.js';

/** Processes as they run: instances of the templates of the process domain, where they stand, and the tasks that they make. */
export const workflow: Domain = {
  name: 'workflow',
  entities: [ProcessInstance, ProcessToken, ProcessTask],
  resolvers: [ProcessInstanceResolver, ProcessTaskResolver, ProcessExternalResolver],
  jobs: workflowJobs,
};
