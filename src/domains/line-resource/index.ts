import './line-resource.events.js';
import type { Domain } from '../../kernel/domain.js';
import './line-resource.policy.js';
import { LineResourceResolver } from './line-resource.resolver.js';
import { NumberSyncDifference } from './number-sync-difference.js';
import { syncPage } from './number-sync.service.js';
import { NumberSync } from './number-sync.js';

export * from './line-resources.port.js';
export * from './number-sync-difference.js';
export * from './number-sync.js';

/** Lines, addresses, wiring and numbers of the outside line and number subsystem. */
export const lineResource: Domain = {
  name: 'line-resource',
  entities: [NumberSync, NumberSyncDifference],
  resolvers: [LineResourceResolver],
  jobs: [syncPage],
};
