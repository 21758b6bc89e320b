import './sync.events.js';
import './sync.policy.js';
import type { Domain } from '../../kernel/domain.js';
import { stayWithAbsorbed } from '../customer-merge/index.js';
import { collectJob } from './collect.js';
import { CustomerSyncAttempt } from './customer-sync-attempt.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { deliverLane } from './deliver.js';
import { expireContent, expireSchedule } from './expire-content.js';
import { gatherChanges } from './gather.js';
import { loadCustomers, loadSchedule } from './load-customers.js';
import { COLLECT } from './sync-jobs.js';
import { SyncResolver } from './sync.resolver.js';
import { ensureTargets } from './sync.service.js';

export { collectChanges } from './collect.js';
export * from './customer-sync-target.js';
export { expireContent } from './expire-content.js';
export { loadCustomers } from './load-customers.js';
export * from './sync-enums.js';
export * from './sync.ports.js';
export { switchTarget } from './sync.service.js';

// What was sent under the code of a customer is of that code: another's data and sequence never go out with it.
stayWithAbsorbed(CustomerSyncDelivery);

/** Tells the systems outside that keep customer data of what changes: billing, directory, 112. */
export const customerSync: Domain = {
  name: 'customer-sync',
  entities: [CustomerSyncTarget, CustomerSyncLoad, CustomerSyncDelivery, CustomerSyncAttempt],
  resolvers: [SyncResolver],
  jobs: [collectJob, deliverLane, loadCustomers, expireContent],
  schedules: [
    {
      name: COLLECT,
      cron: '* * * * *',
      job: COLLECT,
      description: 'Takes changes of customers into deliveries that nothing else asked for.',
    },
    loadSchedule,
    expireSchedule,
  ],
  start: gatherChanges,
  baseline: ensureTargets,
};
