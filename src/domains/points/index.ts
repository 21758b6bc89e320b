import './points.events.js';
import type { Domain } from '../../kernel/domain.js';
import { onMerge, stayWithAbsorbed } from '../customer-merge/index.js';
import { expirePoints, expirySchedule } from './expire-points.job.js';
import { pointsInMerges } from './move-points.js';
import { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsScheme } from './points-scheme.js';
import { PointsUse } from './points-use.js';
import './points.policy.js';
import { PointsResolver } from './points.resolver.js';
import { ensureScheme } from './points.service.js';

export { expirePoints } from './expire-points.job.js';
export * from './points-account.js';

// An account of points and its entries stay whose they were; the points themselves go by entries.
stayWithAbsorbed(PointsAccount);
onMerge(pointsInMerges);

/** Points of customers: what they earn, redeem and lose, in a ledger that only grows. */
export const points: Domain = {
  name: 'points',
  entities: [PointsScheme, PointsAccount, PointsEntry, PointsUse],
  resolvers: [PointsResolver],
  jobs: [expirePoints],
  schedules: [expirySchedule],
  baseline: ensureScheme,
};
