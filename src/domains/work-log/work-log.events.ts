import {
  defineEventTypes,
  fact,
  flag,
  moment,
  recordChange,
  text,
  texts,
  type DataOf,
} from '../../kernel/events/event-type.js';

const log = {
  employee: text('Staff number of the author.'),
  organization: text('Code of their unit.'),
};

/** Business events of the domain besides those of its life cycles; none says what is in a log or memo. */
export const workLogEvents = defineEventTypes({
  'worklog.saved': recordChange('WorkLog', 'An employee wrote in a work log.', log),
  'worklog.submitted': fact('WorkLog', 'A work log was released to the head.', {
    ...log,
    superior: text('Staff number of the head.'),
    automatic: flag('True at the end of the period, false by its author.'),
  }),
  'worklog.passedOn': recordChange(
    'WorkLog',
    'A log that awaits review was passed on to another head; the one before left.',
    {
      ...log,
      superior: text('Staff number of the head who reviews it now.'),
    },
  ),
  'worklog.read': recordChange('WorkLog', 'The head read a work log.', log),
  'worklog.reviewed': fact('WorkLog', 'The head gave an opinion, which the author is told.', log),
  'worklog.missing': fact('WorkLogPeriod', 'An employee has written no log in the running period and is reminded.', {
    ...log,
    from: moment('When the period began.'),
    to: moment('When it ends.'),
    notifyBy: texts('Ways of telling.'),
    automatic: flag('False when the head asked for it.'),
  }),
  'worklog.period.saved': recordChange('WorkLogPeriod', 'It was set how often a unit writes work logs.', {
    organization: text('Code of the unit.'),
  }),
  'memo.saved': recordChange('Memo', 'A memo was written or changed.', { memoNo: text('Number of the memo.') }),
  'memo.due': fact('Memo', 'The moment of a memo has come, and the receiver is told.', {
    memoNo: text('Number of the memo.'),
    receiver: text('Staff number.'),
    notifyBy: texts('Ways of telling.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof workLogEvents> {}
}
