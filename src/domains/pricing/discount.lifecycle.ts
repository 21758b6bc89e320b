import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Discount, DiscountStatus as S } from './discount.js';

/** States of a discount: what somebody else has approved is granted, until its period ends. */
export const discountLifecycle = defineLifecycle<Discount, S, 'approve'>({
  name: 'discount',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.ACTIVE],
  read: (discount) => discount.status,
  write: (discount, status) => {
    discount.status = status;
  },
  scope: () => ({}),
  transitions: [{ action: 'approve', from: [S.DRAFT], to: S.ACTIVE, who: ['STAFF'] }],
});
