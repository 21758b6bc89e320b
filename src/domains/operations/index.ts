import './operations.events.js';
import type { Domain } from '../../kernel/domain.js';
import { CollaborationDispatch } from './collaboration-dispatch.js';
import { overdueSchedule, tellOverdue } from './collaboration-dispatch.service.js';
import { CollaborationOrder } from './collaboration-order.js';
import { CollaborationResolver } from './collaboration.resolver.js';
import './operations.policy.js';

export * from './collaboration-dispatch.js';
export { tellOverdue } from './collaboration-dispatch.service.js';
export * from './collaboration-order.js';

/** Work of units with one another: what they ask of each other, and what they answer. */
export const operations: Domain = {
  name: 'operations',
  entities: [CollaborationOrder, CollaborationDispatch],
  resolvers: [CollaborationResolver],
  jobs: [tellOverdue],
  schedules: [overdueSchedule],
};
