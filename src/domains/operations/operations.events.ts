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
import { CollaborationResult } from './collaboration-system-dispatch.js';
import { ProcessAlarmLevel } from '../process/index.js';

const one = {
  orderNo: text('Number of the order.'),
  organization: text('Code of the unit that was asked.'),
};

const atSystem = {
  orderNo: text('Number of the order.'),
  system: text('Name of the other system.'),
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
  'collaboration.system.sent': fact('CollaborationSystemDispatch', 'Another system took what it was asked (OPS-41).', {
    ...atSystem,
    round: whole('How often the order was sent by then.'),
  }),
  'collaboration.system.replied': fact('CollaborationSystemDispatch', 'Another system has replied (OPS-42).', {
    ...atSystem,
    handler: text('Who handled it there.'),
    result: oneOf(CollaborationResult, 'How it came out.'),
  }),
  'collaboration.system.overdue': fact('CollaborationSystemDispatch', 'Another system has not replied in time.', {
    ...atSystem,
    dueAt: moment('When it should have.'),
    level: oneOf(ProcessAlarmLevel, 'How bad it is.'),
  }),
  'collaboration.received': fact('CollaborationOrder', 'Another system asked something of a unit (OPS-43).', {
    ...one,
    ...atSystem,
    round: whole('Always 1.'),
  }),
  'collaboration.accepted': fact('CollaborationDispatch', 'A unit has taken on what it was asked.', one),
  'collaboration.unassigned': recordChange(
    'CollaborationDispatch',
    'Who did for a unit what it was asked has left; it is for the unit again.',
    { ...one, employee: text('Staff number of who had it.') },
  ),
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
