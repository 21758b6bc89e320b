import {
  allowed,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  type DataOf,
  whole,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const pricingEvents = defineEventTypes({
  'discountPolicy.changed': recordChange('DiscountPolicy', 'A policy of discounts was written or changed.', {
    changes: fieldChanges(),
    ...allowed,
  }),
  'discountPolicy.removed': fact('DiscountPolicy', 'A policy of discounts was taken away.', {
    code: text('Its code.'),
    region: text('Code of the region in which it held.'),
    ...allowed,
  }),
  'discount.created': fact('Discount', 'A discount was defined.', {
    code: text('Its code.'),
  }),
  'discount.changed': recordChange('Discount', 'Data of a discount were changed.', {
    changes: fieldChanges(),
    ...allowed,
  }),
  'staffDiscountRange.changed': recordChange(
    'StaffDiscountRange',
    'The range in which staff may give discounts was changed.',
    {
      changes: fieldChanges(),
      ...allowed,
    },
  ),
  'tariffPlan.changed': recordChange('TariffPlan', 'A tariff plan, its rules or its relations were changed.', {
    version: whole(
      'Number of the version that is in force since; a draft, and relations, have none of their own.',
    ).optional(),
    changes: fieldChanges(),
    ...allowed,
  }),
  'tariffPlan.cloned': fact('TariffPlan', 'A tariff plan was made as a copy of another one.', {
    code: text('Its code.'),
    cloneOf: text('Code of the plan that it was copied from.'),
  }),
  'tariffRule.created': fact('TariffRule', 'A tariff rule was defined.', {
    code: text('Its code.'),
    cloneOf: text('Code of the rule that it was copied from.').nullable(),
  }),
  'tariffRule.changed': recordChange('TariffRule', 'Data of a tariff rule were changed; it has a new version.', {
    version: whole('Number of the version that it made.').optional(),
    changes: fieldChanges(),
    ...allowed,
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof pricingEvents> {}
}
