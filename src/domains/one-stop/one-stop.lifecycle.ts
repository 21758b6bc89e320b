import { oneOf, opaqueId, text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { OneStopCase } from './one-stop-case.js';
import type { OneStopTask } from './one-stop-task.js';
import { OneStopCaseStatus as C, OneStopStage, OneStopTaskStatus as T } from './one-stop.enums.js';

const staff = ['STAFF'] as const;

/** States and steps of a one-stop case (WFL-74). */
export const oneStopCaseLifecycle = defineLifecycle<OneStopCase, C, 'complete' | 'cancel'>({
  name: 'oneStopCase',
  data: { caseNo: text('Its number.') },
  states: Object.values(C),
  initial: C.OPEN,
  final: [C.COMPLETED, C.CANCELLED],
  read: (item) => item.status,
  write: (item, status) => {
    item.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'complete', from: [C.OPEN], to: C.COMPLETED, who: staff },
    { action: 'cancel', from: [C.OPEN], to: C.CANCELLED, who: staff },
  ],
});

/** States and steps of a task between units (WFL-74). */
export const oneStopTaskLifecycle = defineLifecycle<OneStopTask, T, 'complete' | 'cancel'>({
  name: 'oneStopTask',
  data: {
    taskNo: text('Its number.'),
    caseId: opaqueId('The case.'),
    stage: oneOf(OneStopStage, 'What it belongs to.'),
    organization: text('Code of the unit that has it.'),
  },
  states: Object.values(T),
  initial: T.OPEN,
  final: [T.DONE, T.CANCELLED],
  read: (item) => item.status,
  write: (item, status) => {
    item.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'complete', from: [T.OPEN], to: T.DONE, who: staff },
    { action: 'cancel', from: [T.OPEN], to: T.CANCELLED, who: staff },
  ],
});
