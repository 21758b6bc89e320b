import { defineTemplateDependants } from '../process/index.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTrigger } from './process-trigger.js';

/** Most processes that are named. */
const MOST = 10;

// Triggers start a template for the objects of their events, and a process, be it a test, was started for what its template is about.
defineTemplateDependants(async ({ em }, { id }) => {
  const triggers = await em.find(ProcessTrigger, { template: id }, { orderBy: { code: 'asc' } });
  const open = { template: id, status: { $in: [...OPEN_INSTANCES] }, objectId: { $ne: null } };
  const running = await em.find(ProcessInstance, open, { orderBy: { instanceNo: 'asc' }, limit: MOST });
  return [
    ...triggers.map(({ code }) => `trigger ${code}`),
    ...running.map(({ instanceNo }) => `process ${instanceNo}`),
  ];
});
