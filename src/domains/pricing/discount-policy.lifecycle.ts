import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type DiscountPolicy, DiscountPolicyStatus as S } from './discount-policy.js';

/** States of a policy of discounts: what somebody else has approved holds, until its period ends or it is taken away. */
export const discountPolicyLifecycle = defineLifecycle<DiscountPolicy, S, 'approve'>({
  name: 'discountPolicy',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.IN_FORCE],
  read: (policy) => policy.status,
  write: (policy, status) => {
    policy.status = status;
  },
  scope: ({ region }) => ({ regionId: region.id }),
  transitions: [{ action: 'approve', from: [S.DRAFT], to: S.IN_FORCE, who: ['STAFF'] }],
});
