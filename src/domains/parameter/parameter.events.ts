import {
  anything,
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  oneOf,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { ParameterType } from './parameter.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const parameterEvents = defineEventTypes({
  'parameter.created': fact('Parameter', 'A parameter was defined.', {
    code: text('Code of the parameter.'),
    type: oneOf(ParameterType, 'Type of its values.'),
    defaultValue: anything('Its value where none is set.'),
  }),
  'parameter.set': recordChange('Parameter', 'A parameter got another value, for everyone or below one organisation.', {
    changes: fieldChanges(),
    version: whole('Version that it made.'),
    organization: text('Code of the organisation below which it holds; null for everyone.').nullable(),
    from: moment('From when it holds.'),
  }),
  'parameter.removed': fact('Parameter', 'A parameter was removed.', {
    code: text('Code of the parameter.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof parameterEvents> {}
}
