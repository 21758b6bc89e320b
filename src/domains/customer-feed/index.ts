import './feed.events.js';
import './feed.policy.js';
import type { Domain } from '../../kernel/domain.js';
import { CustomerFeedMapping } from './customer-feed-mapping.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { CustomerFeedSystem } from './customer-feed-system.js';
import { CustomerSourceLink } from './customer-source-link.js';
import { FeedResolver } from './feed.resolver.js';
import { loadRun } from './load-run.job.js';

export * from './feed-importer.js';
export { loadRun };

/** Customer data of other business systems: collected by definition, normalised by mappings, taken over without doubles. */
export const customerFeed: Domain = {
  name: 'customer-feed',
  entities: [CustomerFeedSystem, CustomerFeedMapping, CustomerFeedRun, CustomerFeedRow, CustomerSourceLink],
  resolvers: [FeedResolver],
  jobs: [loadRun],
};
