import { defineEventTypes, fact, moment, oneOf, text, type DataOf } from '../../kernel/events/event-type.js';
import { PricingReplyResult } from './pricing-reply.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const pricingOrderEvents = defineEventTypes({
  'pricingOrder.overdue': fact('PricingOrder', 'Billing has not answered a pricing order in time.', {
    orderNo: text('Number of the pricing order.'),
    dueAt: moment('Until when it was to answer.'),
  }),
  'pricingReply.unmatched': fact('PricingReply', 'Billing answered a pricing order that is not known or not open.', {
    orderNo: text('Number that the answer names.'),
    replyId: text('Id of the answer at billing.'),
    result: oneOf(PricingReplyResult, 'What it says.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof pricingOrderEvents> {}
}
