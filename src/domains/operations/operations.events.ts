import {
  defineEventTypes,
  fact,
  moment,
  oneOf,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { ProcessAlarmLevel } from '../process/index.js';

const one = {
  orderNo: text('Number of the order.'),
  organization: text('Code of the unit that was asked.'),
};

/** Business events of the domain besides those of its life cycles, with their data. */
export const operationsEvents = defineEventTypes({
  'collaboration.sent': fact('CollaborationDispatch', 'A unit was asked to do something for another.', {
    ...one,
    round: whole('How often the order was sent by then.'),
  }),
  'collaboration.replied': fact('CollaborationDispatch', 'A unit has replied.', one),
  'collaboration.overdue': fact('CollaborationDispatch', 'A unit has not replied in time.', {
    ...one,
    dueAt: moment('When it should have.'),
    level: oneOf(ProcessAlarmLevel, 'How bad it is.'),
  }),
  'collaboration.urged': fact('CollaborationDispatch', 'A unit that is late was urged.', {
    ...one,
    urges: whole('How often by now.'),
  }),
  'collaboration.assigned': recordChange('CollaborationDispatch', 'A unit named who does what it was asked.', {
    ...one,
    employee: text('Staff number.'),
  }),
  'collaboration.extension.asked': recordChange('CollaborationDispatch', 'A unit asks for more time.', {
    ...one,
    wantedDueAt: moment('The limit that it asks for.'),
  }),
  'collaboration.extension.decided': recordChange('CollaborationDispatch', 'More time was given, or refused.', {
    ...one,
    dueAt: moment('The limit that holds now.').nullable(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof operationsEvents> {}
}
