import './leaver.js';
import './work-log.events.js';
import type { Domain } from '../../kernel/domain.js';
import { Memo } from './memo.js';
import { MemoResolver } from './memo.resolver.js';
import { memoDue } from './memo.service.js';
import { keepPeriods, periodsSchedule } from './work-log-period.service.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog } from './work-log.js';
import './work-log.policy.js';
import { WorkLogResolver } from './work-log.resolver.js';

export * from './memo.js';
export { memoDue } from './memo.service.js';
export * from './people.js';
export * from './reminder-means.js';
export * from './work-log-period.js';
export * from './work-log-view.js';
export { keepPeriods } from './work-log-period.service.js';
export * from './work-log.js';

/** What staff write down of their work for their head, and what they want to be reminded of. */
export const workLog: Domain = {
  name: 'work-log',
  entities: [WorkLogPeriod, WorkLog, Memo],
  resolvers: [WorkLogResolver, MemoResolver],
  jobs: [keepPeriods, memoDue],
  schedules: [periodsSchedule],
};
