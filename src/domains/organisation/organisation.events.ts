import {
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  recordChange,
  stateChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { InternalOrganizationType } from '../party/index.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const organisationEvents = defineEventTypes({
  'team.saved': recordChange('VirtualTeam', 'A virtual team was formed, changed or dissolved.', {
    code: text('Its code.'),
    members: whole('How many belong to it.'),
  }),
  'employee.position.assigned': fact('Employee', 'An employee took up a position.', {
    position: text('Code of the position.'),
  }),
  'employee.position.ended': fact('Employee', 'An employee gave up a position.', {
    position: text('Code of the position.'),
  }),
  'employee.number.freed': fact('Employee', 'The staff number of someone who left may be used again.', {
    employeeNo: text('The number that became free.'),
    keptAs: text('Number under which the former holder is kept.'),
  }),
  'employee.created': fact('Employee', 'An employee joined an organisation.', {
    employeeNo: text('Staff number.'),
    organization: text('Code of the organisation.'),
  }),
  'employee.changed': recordChange('Employee', 'Data of an employee were changed.', {
    changes: fieldChanges(),
  }),
  'employee.status.changed': stateChange('Employee', 'An employee left, was suspended or came back.'),
  'employee.moved': recordChange('Employee', 'An employee moved to another organisation.', {
    changes: fieldChanges(),
    from: text('Code of the organisation before.'),
    to: text('Code of the organisation after.'),
  }),
  'organization.created': fact('InternalOrganization', 'An organisation was set up below another.', {
    code: text('Code of the organisation.'),
    name: text('Its name.'),
    type: oneOf(InternalOrganizationType, 'What it is.'),
    parent: text('Code of the organisation above.'),
  }),
  'organization.status.changed': stateChange('InternalOrganization', 'An organisation was closed or opened again.'),
  'organization.changed': recordChange(
    'InternalOrganization',
    'Data of an organisation were changed, by hand or by a published standard.',
    {
      changes: fieldChanges(),
      standard: text('The standard structure that asked for it; absent when it was done by hand.').nullish(),
      version: whole('Version of the standard.').nullish(),
    },
  ),
  'standard.changed': recordChange('StandardUnit', 'A unit of a standard structure was changed.', {
    changes: fieldChanges(),
    version: whole('Version of the unit that it made.'),
  }),
  'standard.created': fact('StandardUnit', 'A unit was added to a standard structure.', {
    standard: text('The standard structure.'),
    code: text('Code of the unit.'),
    name: text('Its name.'),
  }),
  'standard.acknowledged': fact('InternalOrganization', 'An organisation took note of a change of its standard.', {
    version: whole('Version of the standard.'),
  }),
  'position.changed': recordChange('Position', 'Data of a position were changed.', {
    changes: fieldChanges(),
  }),
  'position.created': fact('Position', 'A position was set up.', {
    code: text('Code of the position.'),
  }),
  'position.removed': fact('Position', 'A position was removed.', {
    code: text('Code of the position.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof organisationEvents> {}
}
