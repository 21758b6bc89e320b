import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type WorkLog, WorkLogStatus as S } from './work-log.js';

/** Steps of a work log. */
export type WorkLogAction = 'submit' | 'release' | 'review';

/** States and steps of a work log (OPS-20, OPS-21). Its events say nothing of what is in it. */
export const workLogLifecycle = defineLifecycle<WorkLog, S, WorkLogAction>({
  name: 'workLog',
  states: Object.values(S),
  initial: S.DRAFT,
  final: [],
  read: (log) => log.status,
  write: (log, status) => {
    log.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'submit', from: [S.DRAFT], to: S.SUBMITTED, who: ['STAFF'] },
    { action: 'release', from: [S.DRAFT], to: S.SUBMITTED, who: ['SYSTEM'] },
    { action: 'review', from: [S.SUBMITTED, S.REVIEWED], to: S.REVIEWED, who: ['STAFF'] },
  ],
});
