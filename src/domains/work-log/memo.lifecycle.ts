import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Memo, MemoStatus as S } from './memo.js';

/** Steps of a memo. */
export type MemoAction = 'trigger' | 'acknowledge' | 'cancel';

/** States and steps of a memo (OPS-25). */
export const memoLifecycle = defineLifecycle<Memo, S, MemoAction>({
  name: 'memo',
  states: Object.values(S),
  initial: S.PENDING,
  final: [S.ACKNOWLEDGED, S.CANCELLED],
  read: (memo) => memo.status,
  write: (memo, status) => {
    memo.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'trigger', from: [S.PENDING], to: S.TRIGGERED, who: ['SYSTEM'] },
    { action: 'acknowledge', from: [S.TRIGGERED], to: S.ACKNOWLEDGED, who: ['STAFF'] },
    { action: 'cancel', from: [S.PENDING], to: S.CANCELLED, who: ['STAFF'] },
  ],
});
