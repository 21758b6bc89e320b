import { describeEnum } from '../../kernel/model/index.js';

export enum ExceptionHandling {
  RETRY = 'RETRY',
  MOVE = 'MOVE',
  ROLL_BACK = 'ROLL_BACK',
  HAND_OVER = 'HAND_OVER',
  TERMINATE = 'TERMINATE',
  ANSWER = 'ANSWER',
  PASS_OVER = 'PASS_OVER',
}
describeEnum(ExceptionHandling, 'ExceptionHandling', 'How an instance that could not go on was handled (WFL-47).', {
  RETRY: 'What had failed was tried again.',
  MOVE: 'It went on at another step, which was named by hand or by an alarm about the limit of its step (WFL-19).',
  ROLL_BACK: 'It went back to an earlier step.',
  HAND_OVER: 'Another process went on in its place.',
  TERMINATE: 'It was ended.',
  ANSWER: 'What it waited for came after all.',
  PASS_OVER:
    'What stood in its way was passed over: nobody is waited for any more, or what was done was undone otherwise.',
});

export enum ProcessMetric {
  AGE = 'AGE',
  DWELL = 'DWELL',
  VISITS = 'VISITS',
  FAILURES = 'FAILURES',
  REJECTIONS = 'REJECTIONS',
}
describeEnum(ProcessMetric, 'ProcessMetric', 'What is measured of each running instance (监测指标, WFL-55).', {
  AGE: 'Minutes since it began.',
  DWELL: 'Minutes for which it has stood at the step, the longest when it stands there several times.',
  VISITS: 'How often it has come to the step, or to any.',
  FAILURES: 'How often work at the step, or at any, was tried and failed.',
  REJECTIONS: 'How often a task of the step, or of any, was sent back.',
});

export enum ProcessRelation {
  PARENT = 'PARENT',
  CHILD = 'CHILD',
  PREVIOUS = 'PREVIOUS',
  NEXT = 'NEXT',
  STARTS_AFTER = 'STARTS_AFTER',
  STARTS_BEFORE = 'STARTS_BEFORE',
  WAITS_WITH = 'WAITS_WITH',
  SAME_OBJECT = 'SAME_OBJECT',
}
describeEnum(ProcessRelation, 'ProcessRelation', 'How another instance is related to one (WFL-61).', {
  PARENT: 'The instance of which it is a step.',
  CHILD: 'A step of it.',
  PREVIOUS: 'The instance after a step of which it goes on.',
  NEXT: 'Goes on after a step of it.',
  STARTS_AFTER: 'Begins, or has begun, after the end of it.',
  STARTS_BEFORE: 'The instance after whose end it begins, or has begun.',
  WAITS_WITH: 'Has the same correlation key: they wait for each other, as services of one order do.',
  SAME_OBJECT: 'Is about the same object.',
});
