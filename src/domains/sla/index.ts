import './sla.events.js';
import type { Domain } from '../../kernel/domain.js';
import { activationSchedule, measureActivations } from './activation.jobs.js';
import { RunningIndicator } from './running-indicator.js';
import { SlaContract } from './sla-contract.js';
import './sla.policy.js';
import { SlaProblem } from './sla-problem.js';
import { SlaResolver } from './sla.resolver.js';
import { SlaTerm } from './sla-term.js';

export { measureActivations } from './activation.jobs.js';
export * from './measurement.service.js';
export * from './running-indicator.js';
export * from './sla-contract.lifecycle.js';
export * from './sla-contract.service.js';
export * from './sla-contract.js';
export * from './sla-problem.js';
export * from './sla-term.js';

/** Service levels agreed with customers, what is measured against them, and where they were violated. */
export const sla: Domain = {
  name: 'sla',
  entities: [SlaContract, SlaTerm, RunningIndicator, SlaProblem],
  resolvers: [SlaResolver],
  jobs: [measureActivations],
  schedules: [activationSchedule],
};
