import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type IndividualPlan, IndividualPlanStatus as S } from './individual-plan.js';

/** States and steps of an individual price plan (PRD-118). */
export const individualPlanLifecycle = defineLifecycle<IndividualPlan, S, 'accept' | 'refuse' | 'end'>({
  name: 'individualPlan',
  data: {
    contractNo: text('Number of the contract.'),
    orderNo: text('Number of the pricing order.'),
  },
  states: Object.values(S),
  initial: S.REQUESTED,
  final: [S.REFUSED, S.ENDED],
  read: (plan) => plan.status,
  write: (plan, status) => {
    plan.status = status;
  },
  scope: (plan) => ({ customerId: plan.customer.id }),
  transitions: [
    { action: 'accept', from: [S.REQUESTED], to: S.IN_FORCE, who: [] },
    { action: 'refuse', from: [S.REQUESTED], to: S.REFUSED, who: ['STAFF'] },
    { action: 'end', from: [S.IN_FORCE], to: S.ENDED, who: ['STAFF'] },
  ],
});
