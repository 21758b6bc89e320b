import { text } from '../../kernel/events/event-type.js';
import type { CallerKind } from '../../kernel/access/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Approval, ApprovalStatus as S } from './approval.js';

export type ApprovalAction = 'approve' | 'reject' | 'withdraw';

const ANYONE: readonly CallerKind[] = ['STAFF', 'CUSTOMER', 'PARTNER'];

/** States of an approval; who may decide is the business of its process. */
export const approvalLifecycle = defineLifecycle<Approval, S, ApprovalAction>({
  name: 'approval',
  data: {
    approvalNo: text('Its number.'),
    kind: text('Its kind.'),
    subjectId: text('Opaque id of the object.'),
  },
  states: Object.values(S),
  initial: S.ASKED,
  final: [S.APPROVED, S.REJECTED, S.WITHDRAWN],
  read: (approval) => approval.status,
  write: (approval, status) => void (approval.status = status),
  scope: ({ region }) => ({ regionId: region.id }),
  transitions: [
    { action: 'approve', from: [S.ASKED], to: S.APPROVED, who: ANYONE },
    { action: 'reject', from: [S.ASKED], to: S.REJECTED, who: ANYONE },
    { action: 'withdraw', from: [S.ASKED], to: S.WITHDRAWN, who: ANYONE },
  ],
});
