import { describeEnum } from '../../kernel/model/index.js';

export enum ProcessAlarmReason {
  DUE_SOON = 'DUE_SOON',
  OVERDUE = 'OVERDUE',
  ABNORMAL = 'ABNORMAL',
  MEASURE = 'MEASURE',
  UNTOLD = 'UNTOLD',
}
describeEnum(ProcessAlarmReason, 'ProcessAlarmReason', 'What an alarm is about (WFL-57, WFL-59).', {
  DUE_SOON: 'A limit is near.',
  OVERDUE: 'A limit has passed.',
  ABNORMAL: 'The instance cannot go on by itself.',
  MEASURE: 'A measured value has passed the one that a monitoring rule allows (WFL-55).',
  UNTOLD:
    'An outside system cannot be told that something is taken back or undone, or what became of what it gave us. It ends when it is told, or somebody has seen to it, also after the end of the instance (WFL-43, WFL-44, WFL-54).',
});
