import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';

/** Business events of the domain. */
export const lineResourceEvents = defineEventTypes({
  'numberSync.done': fact('NumberSync', 'Numbers were compared with the outside subsystem (RES-52).', {
    type: text('Code of the type.'),
    read: whole('Numbers that were read.'),
    added: whole('Numbers that were taken into stock.'),
    changed: whole('Numbers whose exchange or level was changed.'),
    contradicting: whole('Numbers that contradict.'),
  }),
  'resourceItem.synchronised': recordChange(
    'ResourceItem',
    'Exchange or level of a number follow the outside subsystem (RES-52).',
    { changes: fieldChanges() },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof lineResourceEvents> {}
}
