import {
  anything,
  defineEventTypes,
  fact,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const processEvents = defineEventTypes({
  'process-template.created': recordChange('ProcessTemplate', 'A process template was made.', {
    code: text('Its code.'),
  }),
  'process-version.edited': recordChange('ProcessTemplateVersion', 'A draft of a process was edited.', {
    revision: whole('Revision of the draft.'),
    applicability: text('Condition under which it is picked, FEEL.').nullable(),
    before: anything('Definition before; absent when it stayed.').nullish(),
    after: anything('Definition after; absent when it stayed.').nullish(),
  }),
  'process-version.agreed': fact('ProcessTemplateVersion', 'Somebody agreed to publish a version.', {
    approval: text('Whose approval it is.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof processEvents> {}
}
