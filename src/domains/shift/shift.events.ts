import {
  defineEventTypes,
  fact,
  moment,
  recordChange,
  text,
  texts,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';

const shift = {
  shiftNo: text('Number of the shift.'),
  employee: text('Staff number of the person.'),
  post: text('Post.'),
};

/** Business events of the domain besides those of its life cycles, with their data. */
export const shiftEvents = defineEventTypes({
  'shift.planned': recordChange('ShiftPlan', 'A shift was planned, or its plan changed.', shift),
  'shift.reminder': fact('ShiftPlan', 'The person on duty is reminded of a shift and of its tasks.', {
    ...shift,
    plannedAt: moment('When it is to be taken over.'),
    notifyBy: texts('Ways of telling.'),
    tasks: texts('What is to be done in it.'),
  }),
  'shift.handedOver': fact('ShiftPlan', 'A shift was handed over.', {
    ...shift,
    plannedAt: moment('When it was to be.'),
    actualAt: moment('When it was.'),
  }),
  'shift.violated': fact('ShiftPlan', 'A shift was taken over too late, or handed over too early.', {
    ...shift,
    plannedAt: moment('When it was to be.'),
    actualAt: moment('When it was.'),
    seconds: whole('How many seconds too late or too early.'),
  }),
  'shift.tasks.filled': recordChange('ShiftPlan', 'It was filled in what was done of its tasks.', shift),
  'duty.recorded': recordChange('DutyRecord', 'It was written down what happened on duty.', {
    shiftNo: text('Number of the shift.'),
  }),
  'shift.reported': fact('ShiftReport', 'A report on shifts was made.', {
    organization: text('Code of the unit.'),
    violations: whole('Violations in it.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof shiftEvents> {}
}
