import { decimal, text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Recharge, RechargeStatus as S } from './recharge.js';

const callers = ['STAFF', 'CUSTOMER'] as const;

/** States and steps of a recharge (RES-54). */
export const rechargeLifecycle = defineLifecycle<Recharge, S, 'credit' | 'refuse'>({
  name: 'recharge',
  data: {
    rechargeNo: text('Number of the recharge.'),
    cardNo: text('Number of the card.'),
    amount: decimal('Value of the card.'),
    currency: text('ISO 4217 code.'),
    code: text('Why it was refused.'),
  },
  states: Object.values(S),
  initial: S.REQUESTED,
  final: [S.CREDITED, S.REFUSED],
  read: (recharge) => recharge.status,
  write: (recharge, status) => {
    recharge.status = status;
  },
  scope: ({ customer, region, value }) => ({
    ...{ customerId: customer.id, regionId: region.id },
    figuresOf: value ? customer.id : null,
  }),
  transitions: [
    { action: 'credit', from: [S.REQUESTED], to: S.CREDITED, who: callers },
    { action: 'refuse', from: [S.REQUESTED], to: S.REFUSED, who: callers },
  ],
});
