import { text } from '../../kernel/events/event-type.js';
import type { CallerKind } from '../../kernel/access/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessInstanceStatus as S } from './workflow.enums.js';

/** Whoever does something may start, move and end processes by it; mutations of their own have permissions of their own. */
const ANYONE: readonly CallerKind[] = ['STAFF', 'CUSTOMER', 'PARTNER'];
const OPEN = [S.RUNNING, S.WAITING, S.SUSPENDED, S.ROLLING_BACK, S.ABNORMAL];
const except = (...states: S[]) => OPEN.filter((state) => !states.includes(state));

export type InstanceAction = 'go' | 'wait' | 'suspend' | 'goBack' | 'undo' | 'fail' | 'terminate' | 'complete';

/** States of an instance and the steps between them (workflow requirements 4.2). */
export const instanceLifecycle = defineLifecycle<ProcessInstance, S, InstanceAction>({
  name: 'process-instance',
  subject: 'ProcessInstance',
  data: {
    instanceNo: text('Number of the instance.'),
    code: text('Code of the error that stopped it.').nullish(),
  },
  states: Object.values(S),
  initial: S.WAITING,
  // A sub-process that has ended is undone when the step that had started it is rolled back.
  final: [],
  read: (instance) => instance.status,
  write: (instance, status) => void (instance.status = status),
  scope: ({ region }) => ({ regionId: region?.id }),
  transitions: [
    { action: 'go', from: except(S.RUNNING), to: S.RUNNING, who: ANYONE },
    { action: 'wait', from: except(S.WAITING), to: S.WAITING, who: ANYONE },
    { action: 'suspend', from: except(S.SUSPENDED), to: S.SUSPENDED, who: ANYONE },
    { action: 'goBack', from: except(S.ROLLING_BACK), to: S.ROLLING_BACK, who: ANYONE },
    { action: 'undo', from: [S.TERMINATED, S.COMPLETED], to: S.ROLLING_BACK, who: ANYONE },
    { action: 'fail', from: except(S.ABNORMAL), to: S.ABNORMAL, who: ANYONE },
    { action: 'terminate', from: OPEN, to: S.TERMINATED, who: ANYONE },
    { action: 'complete', from: OPEN, to: S.COMPLETED, who: ANYONE },
  ],
});

/** The step that leads into each state. */
export const INTO: Record<S, InstanceAction> = {
  RUNNING: 'go',
  WAITING: 'wait',
  SUSPENDED: 'suspend',
  ROLLING_BACK: 'goBack',
  ABNORMAL: 'fail',
  TERMINATED: 'terminate',
  COMPLETED: 'complete',
};

/** States in which an instance has not ended. */
export const OPEN_INSTANCES: readonly S[] = OPEN;
