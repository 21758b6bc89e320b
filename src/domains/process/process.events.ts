import {
  anything,
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  opaqueId,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const processEvents = defineEventTypes({
  'process-template.created': recordChange('ProcessTemplate', 'A process template was made.', {
    code: text('Its code.'),
  }),
  'process-template.changed': recordChange('ProcessTemplate', 'What a template is besides its versions was changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'process-version.edited': recordChange('ProcessTemplateVersion', 'A draft of a process was edited.', {
    revision: whole('Revision of the draft.'),
    applicability: text('Condition under which it is picked, FEEL.').nullable(),
    gradeRule: text('Rule that gives the handling grade, FEEL.').nullish(),
    before: anything('Definition before; absent when it stayed.').nullish(),
    after: anything('Definition after; absent when it stayed.').nullish(),
  }),
  'applicability-variable.created': recordChange(
    'ApplicabilityVariable',
    'A variable of conditions was written (WFL-06).',
    {
      code: text('Its code.'),
    },
  ),
  'applicability-variable.changed': recordChange(
    'ApplicabilityVariable',
    'A variable of conditions was changed (WFL-06).',
    {
      changes: fieldChanges(),
      approvalNo: text('Number of the approval that allowed it; absent when none was needed.').nullish(),
      proposedBy: text('Who proposed it; absent when no approval was needed.').nullish(),
    },
  ),
  'process-version.validity-ended': recordChange(
    'ProcessTemplateVersion',
    'A version ends where the next one begins, which was published for later (WFL-24).',
    { to: moment('First moment at which it makes no instances.'), by: whole('Number of the next version.') },
  ),
  'process-version.validity-postponed': recordChange(
    'ProcessTemplateVersion',
    'A version begins, or goes on, where another one ends, which was published for a time (WFL-24).',
    { from: moment('First moment at which it makes instances.'), by: whole('Number of the other version.') },
  ),
  'operational-agreement.saved': recordChange(
    'OperationalAgreement',
    'An agreement between units on time limits was made or replaced (WFL-72).',
    {
      code: text('Its code.'),
      name: text('Its name.'),
      providerId: opaqueId('The unit that does the work.'),
      consumerId: opaqueId('The unit for which it does it; null for all.').nullish(),
      validFrom: moment('From when it holds; at once when absent.').nullish(),
      validTo: moment('Until when it holds; absent for ever.').nullish(),
      limits: anything('Its limits.'),
    },
  ),
  'process-version.agreed': fact('ProcessTemplateVersion', 'Somebody agreed to publish a version.', {
    approval: text('Whose approval it is.'),
  }),
  'operator-calendar.removed': recordChange(
    'OperatorCalendar',
    'An operator of processes has no calendar of its own any more.',
    {
      operator: anything('Kind and code of the operator; null for everyone.').nullable(),
      region: text('Code of the region.').nullable(),
    },
  ),
  'operator-calendar.set': recordChange('OperatorCalendar', 'An operator of processes got a work calendar.', {
    calendar: text('Code of the calendar.'),
    operator: anything('Kind and code of the operator; null for everyone.').nullable(),
    region: text('Code of the region.').nullable(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof processEvents> {}
}
