import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  opaqueId,
  recordChange,
  text,
} from '../../kernel/events/event-type.js';
import { OwnerLevel } from '../party/index.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const oneStopEvents = defineEventTypes({
  'oneStopCase.changed': recordChange('OneStopCase', 'Data of a one-stop case were changed.', {
    changes: fieldChanges(),
  }),
  'oneStopCase.unit-joined': fact('OneStopCase', 'A unit takes part in a one-stop case from now on (WFL-74).', {
    organization: text('Code of the unit.'),
    level: oneOf(OwnerLevel, 'Its level.'),
  }),
  'oneStopCase.unit-left': fact('OneStopCase', 'A unit does not take part in a one-stop case any more (WFL-74).', {
    organization: text('Code of the unit.'),
    level: oneOf(OwnerLevel, 'Its level.'),
  }),
  'oneStopTask.handed-over': fact('OneStopTask', 'A unit handed a task over to another (WFL-74).', {
    caseId: opaqueId('The case.'),
    from: text('Code of the unit that had it.'),
    fromLevel: oneOf(OwnerLevel, 'Its level.'),
    to: text('Code of the unit that has it now.'),
    toLevel: oneOf(OwnerLevel, 'Its level.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof oneStopEvents> {}
}
