import './region.events.js';
import type { Domain } from '../../kernel/domain.js';
import { chinaRegions } from './china.js';
import { ensureRegions } from './ensure-regions.js';
import { Region } from './region.js';
import './region.policy.js';
import { RegionResolver } from './region.resolver.js';

export * from './china.js';
export * from './ensure-regions.js';
export * from './foreign-region.js';
export * from './region-scope.js';
export * from './regions-inside.js';
export * from './region.js';
export * from './whole-operator.js';

export const region: Domain = {
  name: 'region',
  entities: [Region],
  resolvers: [RegionResolver],
  baseline: (context) => ensureRegions(context, chinaRegions),
};
