import { type DataOf, decimal, defineEventTypes, fact, text } from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const rechargeEvents = defineEventTypes({
  'recharge.credited': fact(
    'RechargeCredit',
    'An account was credited with a part of the value of a recharge card: billing books it, once for each event (RES-54).',
    {
      rechargeNo: text('Number of the recharge.'),
      accountNo: text('Number of the account.'),
      instanceNo: text('Number of the service that is topped up; null for the account as a whole.').nullable(),
      amount: decimal('How much.'),
      currency: text('ISO 4217 code.'),
    },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof rechargeEvents> {}
}
