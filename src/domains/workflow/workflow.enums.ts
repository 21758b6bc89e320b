import { describeEnum } from '../../kernel/model/index.js';

export enum ProcessInstanceStatus {
  RUNNING = 'RUNNING',
  WAITING = 'WAITING',
  SUSPENDED = 'SUSPENDED',
  ROLLING_BACK = 'ROLLING_BACK',
  ABNORMAL = 'ABNORMAL',
  TERMINATED = 'TERMINATED',
  COMPLETED = 'COMPLETED',
}
describeEnum(
  ProcessInstanceStatus,
  'ProcessInstanceStatus',
  'State of a process instance (workflow requirements 4.2).',
  {
    RUNNING: 'Work is being done.',
    WAITING: 'It has not begun, or waits for instances of other processes (WFL-21, WFL-49).',
    SUSPENDED: 'Held by hand until it is resumed (WFL-45).',
    ROLLING_BACK: 'What was done is being undone (WFL-42, WFL-43).',
    ABNORMAL: 'It cannot go on by itself; a dispatcher must act (WFL-46, WFL-47).',
    TERMINATED: 'Ended by hand, or undone with the step that had started it (WFL-43, WFL-44).',
    COMPLETED: 'All its tokens have ended.',
  },
);

export enum ProcessStartMode {
  AUTO = 'AUTO',
  MANUAL = 'MANUAL',
  EVENT = 'EVENT',
  SUBPROCESS = 'SUBPROCESS',
}
describeEnum(ProcessStartMode, 'ProcessStartMode', 'What started an instance (WFL-34).', {
  AUTO: 'A business operation of the system.',
  MANUAL: 'A person.',
  EVENT: 'An event that the template listens to.',
  SUBPROCESS: 'A step of another instance.',
});

export enum ProcessTokenStatus {
  ACTIVE = 'ACTIVE',
  JOINING = 'JOINING',
  WAITING = 'WAITING',
  STUCK = 'STUCK',
  DONE = 'DONE',
  MERGED = 'MERGED',
  ABSORBED = 'ABSORBED',
  RECALLED = 'RECALLED',
  COMPENSATING = 'COMPENSATING',
  UNDONE = 'UNDONE',
}
describeEnum(ProcessTokenStatus, 'ProcessTokenStatus', 'Where a visit to a step stands.', {
  ACTIVE: "The step's work is being done.",
  JOINING: 'It waits at a join for other branches.',
  WAITING: 'It waits for instances of other processes.',
  STUCK: 'It cannot go on by itself.',
  DONE: 'The work is done and the token has moved on.',
  MERGED: 'It went into a join with others.',
  ABSORBED: 'Another branch had passed the join before it.',
  RECALLED: 'It was taken back before its work was done.',
  COMPENSATING: 'Its work is being undone.',
  UNDONE: 'Its work was undone, or there was nothing to undo.',
});

export enum ProcessTaskStatus {
  PENDING = 'PENDING',
  DISPATCHED = 'DISPATCHED',
  ACCEPTED = 'ACCEPTED',
  IN_PROGRESS = 'IN_PROGRESS',
  SENT = 'SENT',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  RECALLED = 'RECALLED',
  FAILED = 'FAILED',
}
describeEnum(ProcessTaskStatus, 'ProcessTaskStatus', 'State of a task (WFL-41, workflow requirements 4.3).', {
  PENDING: 'For an outside system; not sent yet.',
  DISPATCHED: 'In the work list of those who may do it (派单).',
  ACCEPTED: 'Somebody has taken it, or was given it (签收).',
  IN_PROGRESS: 'Whoever has it has told of progress.',
  SENT: 'Handed over to the outside system.',
  ACKNOWLEDGED: 'The outside system has told of progress.',
  RETURNED: 'Done (回单).',
  REJECTED: 'Sent back with a reason (退单).',
  RECALLED: 'Not needed any more (撤单).',
  FAILED: 'The outside system did not take it or could not do it.',
});
