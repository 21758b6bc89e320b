import {
  defineEventTypes,
  fieldChanges,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const productDesignEvents = defineEventTypes({
  'productDesign.changed': recordChange('ProductDesign', 'A design of a product was changed.', {
    changes: fieldChanges(),
  }),
  'productDesign.task.changed': recordChange(
    'ProductDesign',
    'A task of the development of a product was set or changed.',
    {
      name: text('Name of the task.'),
      changes: fieldChanges(),
    },
  ),
  'productDesign.forecast.set': recordChange('ProductDesign', 'The benefit of a product was forecast.', {
    months: whole('For how many months.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof productDesignEvents> {}
}
