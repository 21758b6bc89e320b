import { describeEnum } from '../../kernel/model/index.js';

export enum SyncSystem {
  BILLING = 'BILLING',
  DIRECTORY = 'DIRECTORY',
  FAULT_112 = 'FAULT_112',
}

describeEnum(SyncSystem, 'SyncSystem', 'A system that is told of changed customer data (CUS-58).', {
  BILLING: 'The billing system (计费).',
  DIRECTORY: 'The directory of numbers (号簿).',
  FAULT_112: 'The fault system of number 112.',
});

export enum SyncStatus {
  PENDING = 'PENDING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
}

describeEnum(SyncStatus, 'SyncStatus', 'State of a delivery of customer data (CUS-58).', {
  PENDING: 'To be delivered, perhaps after failed attempts; later ones of the customer wait for it.',
  SUCCEEDED: 'Taken by the system.',
  FAILED: 'Given up: refused by the system, or all attempts failed. It can be sent again by hand.',
});

export enum SyncLoadStatus {
  RUNNING = 'RUNNING',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

describeEnum(SyncLoadStatus, 'SyncLoadStatus', 'State of a full load of a system (CUS-58).', {
  RUNNING: 'Customers are taken into deliveries, and these are sent.',
  COMPLETED: 'Each delivery was taken by the system, or given up.',
  CANCELLED: 'It was ended by hand, or because the system was switched off; not all customers were delivered.',
});

export enum SyncOutcome {
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  NO_ANSWER = 'NO_ANSWER',
}

describeEnum(SyncOutcome, 'SyncOutcome', 'How an attempt to deliver customer data ended (CUS-58).', {
  ACCEPTED: 'The system took it.',
  REFUSED: 'The system will not take it as it is.',
  NO_ANSWER: 'The system could not be reached, did not answer in time, or had a fault.',
});
