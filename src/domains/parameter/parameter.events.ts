import {
  anything,
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  oneOf,
  recordChange,
  text,
  whole,
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
    partner: text('Code of the partner for which it holds; absent when it is not for a partner.').optional(),
    from: moment('From when it holds.'),
  }),
  'parameter.removed': fact('Parameter', 'A parameter was removed.', {
    code: text('Code of the parameter.'),
  }),
  'alarm.raised': fact('Alarm', 'A watched item crossed its threshold.', {
    event: text("Name of the event as the alarm's parameter says."),
    code: text('Code of the alarm.'),
    item: text('The watched item.'),
    value: anything('Its value.'),
    organization: text('Code of the organisation.'),
    message: text('What to tell.'),
    suppressedBy: text('Code of the filter that keeps it quiet.').nullable(),
  }),
  'alarm.action': fact('Alarm', 'An alarm asks a console or a gateway to act.', {
    code: text('Code of the alarm.'),
    item: text('The watched item.'),
    value: anything('Its value.'),
    organization: text('Code of the organisation.'),
    message: text('What to tell.'),
    action: text('Code of the action.'),
    sound: anything('Sound to play.').nullish(),
    email: anything('Addresses to write to.').nullish(),
    sms: anything('Numbers to text.').nullish(),
  }),
  'alarm.cleared': fact('Alarm', 'A watched item is back below its threshold.', {
    code: text('Code of the alarm.'),
    item: text('The watched item.'),
    value: anything('Its value.'),
    organization: text('Code of the organisation.'),
    message: text('What to tell.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof parameterEvents> {}
}
