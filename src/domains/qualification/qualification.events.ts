import {
  allowed,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const qualificationEvents = defineEventTypes({
  'lifecycleControlKind.created': fact('LifecycleControlKind', 'A kind of life-cycle control was defined.', {
    code: text('Its code.'),
  }),
  'lifecycleControlKind.changed': recordChange('LifecycleControlKind', 'A kind of life-cycle control was changed.', {
    changes: fieldChanges(),
    ...allowed,
  }),
  'salesRuleKind.created': fact('SalesRuleKind', 'A kind of sales rules was defined.', {
    code: text('Its code.'),
  }),
  'salesRuleKind.changed': recordChange('SalesRuleKind', 'A kind of sales rules was changed.', {
    changes: fieldChanges(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof qualificationEvents> {}
}
