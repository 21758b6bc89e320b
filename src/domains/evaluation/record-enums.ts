import { describeEnum } from '../../kernel/model/index.js';

export enum RecoveryState {
  OPEN = 'OPEN',
  PARTLY_RECOVERED = 'PARTLY_RECOVERED',
  RECOVERED = 'RECOVERED',
  WRITTEN_OFF = 'WRITTEN_OFF',
}

describeEnum(RecoveryState, 'RecoveryState', 'What has come of arrears (CUS-64).', {
  OPEN: 'Still owed.',
  PARTLY_RECOVERED: 'Paid in part; the amount is what is still owed.',
  RECOVERED: 'Paid.',
  WRITTEN_OFF: 'Given up.',
});

export enum DunningMode {
  MACHINE = 'MACHINE',
  MANUAL = 'MANUAL',
}

describeEnum(DunningMode, 'DunningMode', 'How somebody is reminded of what they owe (CUS-64).', {
  MACHINE: 'By a machine: a call, a message.',
  MANUAL: 'By a person.',
});

export enum ChurnKind {
  DISCONNECT = 'DISCONNECT',
  RELOCATION = 'RELOCATION',
  VOLUME_DROP = 'VOLUME_DROP',
  OTHER_OPERATOR = 'OTHER_OPERATOR',
}

describeEnum(ChurnKind, 'ChurnKind', 'How the operator loses a customer (CUS-68).', {
  DISCONNECT: 'A service was given up.',
  RELOCATION: 'The customer moved away.',
  VOLUME_DROP: 'The volume fell to a level.',
  OTHER_OPERATOR: 'The customer uses another operator.',
});
