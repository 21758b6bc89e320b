import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type CollaborationOrder, CollaborationOrderStatus as S } from './collaboration-order.js';

/** Steps of a collaboration order. */
export type CollaborationAction = 'dispatch' | 'redispatch' | 'return' | 'close' | 'cancel';

const staff = ['STAFF'] as const;

/** States and steps of a collaboration order (OPS-37..47). */
export const collaborationLifecycle = defineLifecycle<CollaborationOrder, S, CollaborationAction>({
  name: 'collaborationOrder',
  states: Object.values(S),
  initial: S.CREATED,
  final: [S.CLOSED, S.CANCELLED],
  read: (order) => order.status,
  write: (order, status) => {
    order.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'dispatch', from: [S.CREATED], to: S.DISPATCHED, who: staff },
    { action: 'redispatch', from: [S.DISPATCHED, S.RE_DISPATCHED, S.RETURNED], to: S.RE_DISPATCHED, who: staff },
    { action: 'return', from: [S.DISPATCHED, S.RE_DISPATCHED], to: S.RETURNED, who: staff },
    { action: 'close', from: [S.DISPATCHED, S.RE_DISPATCHED, S.RETURNED], to: S.CLOSED, who: staff },
    { action: 'cancel', from: [S.CREATED, S.DISPATCHED, S.RE_DISPATCHED], to: S.CANCELLED, who: staff },
  ],
});
