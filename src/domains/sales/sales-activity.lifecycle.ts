import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type SalesActivity, SalesActivityStatus as S } from './sales-activity.js';

const STAFF = ['STAFF'] as const;

/** States and steps of a sales activity; the approval of its plan is left out where nobody wants one. */
export const salesActivityLifecycle = defineLifecycle<
  SalesActivity,
  S,
  'submit' | 'approve' | 'return' | 'record' | 'assess' | 'cancel'
>({
  name: 'salesActivity',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.PLANNED,
  final: [S.ASSESSED, S.CANCELLED],
  read: ({ status }) => status,
  write: (activity, status) => void (activity.status = status),
  // The work of sellers does not stand in the history of the customer.
  scope: ({ region }) => ({ regionId: region.id }),
  transitions: [
    { action: 'submit', from: [S.PLANNED], to: S.PENDING_APPROVAL, who: STAFF },
    { action: 'approve', from: [S.PENDING_APPROVAL], to: S.APPROVED, who: STAFF },
    { action: 'return', from: [S.PENDING_APPROVAL], to: S.PLANNED, who: STAFF },
    { action: 'record', from: [S.PLANNED, S.APPROVED], to: S.DONE, who: STAFF },
    { action: 'assess', from: [S.DONE], to: S.ASSESSED, who: STAFF },
    { action: 'cancel', from: [S.PLANNED, S.APPROVED], to: S.CANCELLED, who: STAFF },
  ],
});
