import './one-stop.events.js';
import type { Domain } from '../../kernel/domain.js';
import { ensureProcesses } from '../process/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopUnit } from './one-stop-unit.js';
import { oneStopWork } from './one-stop-work.js';
import './one-stop.policy.js';
import { OneStopResolver } from './one-stop.resolver.js';

export * from './one-stop-case.js';
export * from './one-stop-task.js';
export * from './one-stop-unit.js';
export * from './one-stop.enums.js';

/** Business of group customers over the borders of provinces and levels: who takes part, what they do, and one task list of it. */
export const oneStop: Domain = {
  name: 'one-stop',
  entities: [OneStopCase, OneStopUnit, OneStopTask],
  resolvers: [OneStopResolver],
  baseline: (context) => ensureProcesses(context, [oneStopWork]),
};
