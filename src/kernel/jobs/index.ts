import type { Class } from '../model/registry.js';
import { BackgroundJob } from './background-job.js';
import { JobRequest } from './job-request.js';
import { JobSchedule } from './job-schedule.js';

/** Tables of the job kernel; the queue itself has a schema of its own, `graphile_worker`. */
export const jobEntities: readonly Class[] = [JobRequest, BackgroundJob, JobSchedule];

export * from './ask-after-events.js';
export * from './background-job.js';
export * from './job-schedule.js';
export * from './job-upkeep.js';
export * from './job.js';
export * from './runner.js';
