import { text, texts } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type PricingOrder, PricingOrderStatus as S } from './pricing-order.js';

const system = [] as const;

/** States and steps of a pricing order. A reply may overtake the note that billing has the order. */
export const pricingOrderLifecycle = defineLifecycle<PricingOrder, S, 'dispatch' | 'accept' | 'refuse' | 'withdraw'>({
  name: 'pricingOrder',
  data: {
    offering: text('Code of the offering.'),
    chargeTypes: texts('Types of charges that billing is asked to price.'),
    externalRef: text('Its number at billing.'),
  },
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
