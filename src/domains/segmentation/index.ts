import type { Domain } from '../../kernel/domain.js';
import { refreshAll, refreshDimension, refreshSchedule } from './refresh-segments.js';
import { SegmentResolver } from './segment.resolver.js';
import './segmentation.policy.js';

export * from './assign-manager.js';
export * from './customer-facts.js';
export * from './segment.inputs.js';
export * from './segment.service.js';

/** Segments and levels of customers, found by rules over what is known of them. */
export const segmentation: Domain = {
  name: 'segmentation',
  entities: [],
  resolvers: [SegmentResolver],
  jobs: [refreshDimension, refreshAll],
  schedules: [refreshSchedule],
};
