import './points.events.js';
import type { Domain } from '../../kernel/domain.js';
import { expirePoints, expirySchedule } from './expire-points.job.js';
import { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsScheme } from './points-scheme.js';
import { PointsUse } from './points-use.js';
import './points.policy.js';
import { PointsResolver } from './points.resolver.js';
import { ensureScheme } from './points.service.js';

export { expirePoints } from './expire-points.job.js';
export * from './points-account.js';

/** Points of customers: what they earn, redeem and lose, in a ledger that only grows. */
export const points: Domain = {
  name: 'points',
  entities: [PointsScheme, PointsAccount, PointsEntry, PointsUse],
  resolvers: [PointsResolver],
  jobs: [expirePoints],
  schedules: [expirySchedule],
  baseline: ensureScheme,
};
