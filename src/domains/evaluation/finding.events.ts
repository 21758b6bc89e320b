import {
  allowed,
  decimal,
  defineEventTypes,
  fact,
  fieldChanges,
  flag,
  oneOf,
  opaqueId,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { FoundBy } from './finding-enums.js';
import { ValueClass } from './value-class.js';

const customerId = opaqueId('The customer.');

/** Events about customers who were found or classified besides those of life cycles, with their data. */
export const findingEvents = defineEventTypes({
  'customer-finding.noted': fact(
    ['AbnormalCustomer', 'PotentialBigCustomer'],
    'Something was seen or done while a customer is followed.',
    {
      customerId,
      note: text('What.'),
      spend: decimal('What was spent since following began.'),
      currency: text('Its currency.'),
    },
  ),
  'customer-value.changed': fact('CustomerValue', 'A customer came into another class of value (CUS-72).', {
    customerId,
    from: oneOf(ValueClass, 'Class before.').nullable(),
    to: oneOf(ValueClass, 'Class after.'),
    decidedBy: oneOf(FoundBy, 'By rules or by hand.'),
  }),
  'discount.decided': fact('DiscountDecision', 'A policy of discounts is for a customer now, or no more (CUS-65).', {
    customerId,
    policyId: opaqueId('The policy.'),
    granted: flag('Whether it is for the customer now.'),
  }),
  'evaluation-criterion.saved': recordChange('EvaluationCriterion', 'A criterion was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
    ...allowed,
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof findingEvents> {}
}
