import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type PricingOrder, PricingOrderStatus as S } from './pricing-order.js';

const system = [] as const;

/** States and steps of a pricing order. A reply may overtake the note that billing has the order. */
export const pricingOrderLifecycle = defineLifecycle<PricingOrder, S, 'dispatch' | 'accept' | 'refuse' | 'withdraw'>({
  name: 'pricingOrder',
  states: Object.values(S),
  initial: S.CREATED,
  final: [S.PRICED, S.REFUSED, S.WITHDRAWN],
  read: (order) => order.status,
  write: (order, status) => {
    order.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'dispatch', from: [S.CREATED], to: S.DISPATCHED, who: system },
    { action: 'accept', from: [S.CREATED, S.DISPATCHED], to: S.PRICED, who: system },
    { action: 'refuse', from: [S.CREATED, S.DISPATCHED], to: S.REFUSED, who: system },
    { action: 'withdraw', from: [S.CREATED, S.DISPATCHED], to: S.WITHDRAWN, who: ['STAFF'] },
  ],
});
