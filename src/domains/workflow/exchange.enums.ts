import { describeEnum } from '../../kernel/model/index.js';

export enum ExchangeDirection {
  IN = 'IN',
  OUT = 'OUT',
}
describeEnum(ExchangeDirection, 'ExchangeDirection', 'Who sent a message.', {
  IN: 'The outside system.',
  OUT: 'This system.',
});

export enum ExchangeKind {
  TASK = 'TASK',
  RESULT = 'RESULT',
  QUERY = 'QUERY',
  WITHDRAWAL = 'WITHDRAWAL',
}
describeEnum(ExchangeKind, 'ExchangeKind', 'What a message says.', {
  TASK: 'Gives something to do.',
  RESULT: 'Tells what became of it.',
  QUERY: 'Asks how far it is.',
  WITHDRAWAL: 'Takes it back, or asks to undo it when it was done (WFL-43, WFL-44).',
});

export enum ExchangeStatus {
  WAITING = 'WAITING',
  ARRIVED = 'ARRIVED',
  FAILED = 'FAILED',
  SETTLED = 'SETTLED',
}
describeEnum(ExchangeStatus, 'ExchangeStatus', 'Whether a message arrived.', {
  WAITING: 'It will be tried, or tried again.',
  ARRIVED: 'The other side has it.',
  FAILED: 'It did not arrive and is not tried any more.',
  SETTLED: 'It did not arrive, and a person has seen to it; it is not tried any more.',
});
