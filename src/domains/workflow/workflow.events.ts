import { z } from 'zod';
import {
  anything,
  type DataOf,
  decimal,
  defineEventTypes,
  fact,
  flag,
  moment,
  opaqueId,
  recordChange,
  text,
  texts,
  whole,
} from '../../kernel/events/event-type.js';

/** What events about an alarm say. */
const ALARM = {
  alarmNo: text('Number of the alarm.'),
  instanceNo: text('Number of the instance.'),
  taskNo: text('Number of the task that is late; null when none is.').nullable(),
  step: text('Code of the step; null for the whole process.').nullable(),
  code: text('Code of the rule that raised it.'),
  reason: text('What it is about, such as `OVERDUE`.'),
  level: text('How bad it is, such as `MAJOR`.'),
  dueAt: moment('The limit that it is about; null for none.').nullable(),
  escalated: flag('Whether it was put into the work list of its recipient.'),
  recipient: anything('Kind and code of the operator that is told.'),
};

/** Business events of the domain besides those of its life cycles, with their data. */
export const workflowEvents = defineEventTypes({
  'process-instance.changed': fact('ProcessInstance', 'Steps of a running process were added or removed.', {
    added: texts('Codes of the steps that were added.'),
    removed: texts('Codes of the steps that were removed.'),
  }),
  'process-instance.retried': fact('ProcessInstance', 'What had failed in a process is tried again.'),
  'process-instance.moved': fact('ProcessInstance', 'A dispatcher sent a process to another step.', {
    from: text('Code of the step before.'),
    to: text('Code of the step after.'),
  }),
  'process-instance.values-set': fact('ProcessInstance', 'A dispatcher set values of a process (WFL-47).', {
    before: anything('The values before, by name; null for none.'),
    after: anything('The values after, by name.'),
  }),
  'process-instance.wait-ended': fact(
    'ProcessInstance',
    'A dispatcher lets a step wait for nobody any more (WFL-49).',
    {
      step: text('Code of the step.'),
      when: z.enum(['ENTER', 'LEAVE']).describe('Whether it waited before the step or after its work.'),
    },
  ),
  'process-instance.undone-otherwise': fact(
    'ProcessInstance',
    'A dispatcher says that what was done at a step was undone otherwise, or stays; how is the reason (WFL-43).',
    { step: text('Code of the step.') },
  ),
  'process-instance.rolled-back': fact('ProcessInstance', 'A process went back to an earlier step.', {
    to: text('Code of the step.'),
    recalled: texts('Codes of the steps whose open work was taken back.'),
    undone: texts('Codes of the steps whose work is undone, in that order.'),
  }),
  'process-instance.attempt-failed': fact(
    'ProcessInstance',
    'The work of a step was tried and failed; the error is the reason (WFL-46, WFL-47).',
    {
      step: text('Code of the step.'),
      undoes: flag('Whether what the step had done was to be undone.'),
      attempt: whole('Which attempt it was, from 1.'),
      attempts: whole('How often it is tried in all.'),
      nextAt: moment('When it is tried again; null when a dispatcher must act.').nullable(),
    },
  ),
  'process-instance.undone': fact('ProcessInstance', 'A sub-process is undone with the step that had started it.', {
    recalled: texts('Codes of the steps whose open work was taken back.'),
    undone: texts('Codes of the steps whose work is undone, in that order.'),
  }),
  'process-instance.step-tried': fact('ProcessInstance', 'A step of a test was ended by the tester (WFL-27).', {
    step: text('Code of the step.'),
    outputs: anything('What came of it, by name.'),
  }),
  'process-instance.handed-over': fact('ProcessInstance', 'Another process goes on after a step (WFL-38).', {
    from: text('Code of the step.'),
    next: text('Number of the instance that goes on.'),
    template: text('Code of its template.'),
  }),
  'process-alarm.raised': fact('ProcessAlarm', 'An alarm about a process was raised (WFL-57, WFL-59).', ALARM),
  'process-alarm.suppressed': fact('ProcessAlarm', 'An alarm was noted, but nobody is told of it.', ALARM),
  'process-alarm.cleared': fact('ProcessAlarm', 'What an alarm is about is over.', {
    alarmNo: text('Number of the alarm.'),
    instanceNo: text('Number of the instance.'),
    step: text('Code of the step; null for the whole process.').nullable(),
  }),
  'process-alarm.acknowledged': fact('ProcessAlarm', 'Somebody took note of an alarm.', {
    alarmNo: text('Number of the alarm.'),
  }),
  'alarm-suppression.made': fact('AlarmSuppression', 'Alarms are kept quiet for a while.', {
    templateId: opaqueId('Only of this template.').nullish(),
    instanceId: opaqueId('Only of this instance.').nullish(),
    step: text('Only about this step.').nullish(),
    regionId: opaqueId('Only of this region and those inside it.').nullish(),
    maxLevel: text('Alarms up to this level.').nullish(),
    from: moment('From when; at once when absent.').nullish(),
    until: moment('Until when.'),
    reason: text('Why.'),
  }),
  'alarm-suppression.ended': fact('AlarmSuppression', 'Alarms are raised again that were kept quiet.'),
  'process-exception.handled': fact('ProcessException', 'An instance that could not go on goes on, or was ended.', {
    instanceNo: text('Number of the instance.'),
    code: text('What had happened.'),
    handling: text('How it was handled, such as `RETRY`.'),
  }),
  'monitor-rule.saved': recordChange('MonitorRule', 'A monitoring rule was made or replaced (WFL-55).', {
    code: text('Number of the rule.'),
    name: text('Its name.'),
    metric: text('What is measured.'),
    templateId: opaqueId('Only of this template.').nullish(),
    step: text('Only this step.').nullish(),
    regionId: opaqueId('Only of this region and those inside it.').nullish(),
    alarmValue: decimal('Value from which on an alarm is raised.'),
    alarmLevel: text('Level of the alarm.'),
    recipient: anything('Kind and code of who is told.').nullish(),
    active: flag('Whether it is measured.').nullish(),
  }),
  'process-trigger.saved': recordChange('ProcessTrigger', 'A trigger of processes was made or replaced (WFL-34).', {
    code: text('Its code.'),
    kind: text('What makes it start a process.'),
    eventType: text('Type of the events; null for moments.').nullable(),
    schedule: text('When it comes again and again; null for others.').nullish(),
    active: flag('Whether it starts anything.'),
  }),
  'process-task.asked': fact('ProcessTask', 'An outside system was asked how far its work is (WFL-66).', {
    system: text('Name of the system.'),
    answer: anything('What it said; null when it said nothing.'),
    error: text('Why it said nothing; null when it did.').nullable(),
  }),
  'process-exchange.settled': fact(
    'ProcessExchange',
    'A person has seen to what an outside system could not be told; what they did is the reason.',
    {
      instanceNo: text('Number of the instance.'),
      system: text('Name of the system.'),
      messageId: text('Names the task that it is about, for both sides.'),
      kind: text('What the system could not be told, such as `WITHDRAWAL`.'),
    },
  ),
  'process-instance.met': fact('ProcessInstance', 'A process that waited for others at a step goes on.', {
    step: text('Code of the step.'),
    when: z.enum(['ENTER', 'LEAVE']).describe('Whether it waited before the step or after its work.'),
  }),
  'process-task.progressed': fact(
    'ProcessTask',
    'An outside system told how far its work is; its words are the reason.',
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof workflowEvents> {}
}
