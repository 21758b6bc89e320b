import {
  anything,
  type DataOf,
  defineEventTypes,
  fieldChanges,
  oneOf,
  recordChange,
  text,
} from '../../kernel/events/event-type.js';
import { PaymentAccountKind } from '../customer/index.js';

const way = {
  kind: oneOf(PaymentAccountKind, 'Kind of the way of paying.'),
  maskedNumber: text('Its number, masked.').nullable(),
  changes: fieldChanges(),
};

/** Business events of the domain, with their data. */
export const paymentEvents = defineEventTypes({
  'payment-account.added': recordChange('PaymentAccount', 'A customer got a way of paying.', way),
  'payment-account.changed': recordChange('PaymentAccount', 'Data of a way of paying were changed.', way),
  'payment-account.ended': recordChange('PaymentAccount', 'A way of paying was given up.', way),
  'payment-check-rule.saved': recordChange('PaymentCheckRule', 'A rule for ways of paying was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'product-instance.payment-rules.set': recordChange('ProductInstance', 'It was said who pays its charges.', {
    chargeItemType: text('Code of the charge item type; null for all charges.').nullable(),
    shares: anything(
      'The parts, in their order: account, how the part is said, and the part. Who pays for the instance of somebody else is told of their own parts only.',
    ),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof paymentEvents> {}
}
