import './merge.events.js';
import type { Domain } from '../../kernel/domain.js';
import { CustomerMerge } from './customer-merge.js';
import { DuplicateCandidate } from './duplicate-candidate.js';
import { DuplicateRule } from './duplicate-rule.js';
import { duplicatesSchedule, ensureDuplicateRules, findAllDuplicates } from './find-duplicates.js';
import { lateRows, strayRows, strayRowsSchedule } from './late-rows.job.js';
import './merge.policy.js';
import { CustomerMergeResolver } from './merge.resolver.js';
import { MergedValue } from './merged-value.js';

export { type MergePart, onMerge } from './merge-parts.js';
export { standingOf } from './merge-customers.js';
export { stayWithAbsorbed } from './merge-references.js';
export * from './customer-merge.js';
export * from './duplicate-candidate.js';
export * from './duplicate-rule.js';
export * from './find-duplicates.js';
export { lateRows, strayRows } from './late-rows.job.js';
export * from './merge.service.js';
export * from './merged-value.js';

/** Finds customers who are one, and makes them one (CUS-80). */
export const customerMerge: Domain = {
  name: 'customer-merge',
  entities: [DuplicateRule, DuplicateCandidate, CustomerMerge, MergedValue],
  resolvers: [CustomerMergeResolver],
  jobs: [findAllDuplicates, lateRows, strayRows],
  schedules: [duplicatesSchedule, strayRowsSchedule],
  baseline: ensureDuplicateRules,
};
