import './segmentation.events.js';
import type { Domain } from '../../kernel/domain.js';
import { LevelResolver } from './level.resolver.js';
import { LevelRule } from './level-rule.js';
import { applyLevels, levelSchedule } from './level.service.js';
import { refreshAll, refreshDimension, refreshSchedule } from './refresh-segments.js';
import { SegmentResolver } from './segment.resolver.js';
import { ensureClassifications } from './classification.baseline.js';
import './classification.table.js';
import './segmentation.policy.js';

export * from './assign-manager.js';
export * from './customer-facts.js';
export * from './fact-sources.js';
export { refreshDimension } from './refresh-segments.js';
export { scanCustomers } from './scan-customers.js';
export * from './level-rule.js';
export * from './level.inputs.js';
export * from './give-level.js';
export * from './level.service.js';
export * from './segment.inputs.js';
export * from './segment.service.js';

/** Segments and levels of customers, found by rules over what is known of them. */
export const segmentation: Domain = {
  name: 'segmentation',
  entities: [LevelRule],
  resolvers: [SegmentResolver, LevelResolver],
  jobs: [refreshDimension, refreshAll, applyLevels],
  schedules: [refreshSchedule, levelSchedule],
  baseline: ensureClassifications,
};
