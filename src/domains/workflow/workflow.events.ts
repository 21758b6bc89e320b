import { z } from 'zod';
import { defineEventTypes, fact, text, texts, type DataOf } from '../../kernel/events/event-type.js';

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
  'process-instance.rolled-back': fact('ProcessInstance', 'A process went back to an earlier step.', {
    to: text('Code of the step.'),
    recalled: texts('Codes of the steps whose open work was taken back.'),
    undone: texts('Codes of the steps whose work is undone, in that order.'),
  }),
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
