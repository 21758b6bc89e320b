import './operations.events.js';
import type { Domain } from '../../kernel/domain.js';
import { CollaborationDispatch } from './collaboration-dispatch.js';
import { overdueSchedule, tellOverdue } from './collaboration-dispatch.service.js';
import { exchangeJobs } from './collaboration-exchange.jobs.js';
import { CollaborationSystemDispatch } from './collaboration-system-dispatch.js';
import { CollaborationSystemResolver } from './collaboration-system.resolver.js';
import { CollaborationOrder } from './collaboration-order.js';
import { CollaborationResolver } from './collaboration.resolver.js';
import './leaver.js';
import './operations.policy.js';

export * from './ask-units.js';
export * from './collaboration-dispatch.js';
export { tellOverdue } from './collaboration-dispatch.service.js';
export { takeSystemReply } from './collaboration-exchange.service.js';
export * from './collaboration-order.js';
export * from './collaboration-system-dispatch.js';
export * from './collaboration-system.js';
export * from './collaboration-view.js';
export * from './order-answer.js';
export { CollaborationOrderPayload } from './collaboration.resolver.js';

/** Work of units with one another: what they ask of each other, and what they answer. */
export const operations: Domain = {
  name: 'operations',
  entities: [CollaborationOrder, CollaborationDispatch, CollaborationSystemDispatch],
  resolvers: [CollaborationResolver, CollaborationSystemResolver],
  jobs: [tellOverdue, ...exchangeJobs],
  schedules: [overdueSchedule],
};
