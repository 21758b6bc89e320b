import { describeEnum } from '../../kernel/model/index.js';

export enum CustomerLifecycleState {
  POTENTIAL = 'POTENTIAL',
  IN_NETWORK = 'IN_NETWORK',
  LEFT = 'LEFT',
  MERGED = 'MERGED',
}

describeEnum(CustomerLifecycleState, 'CustomerLifecycleState', 'Life cycle of a customer with the operator (CUS-17).', {
  POTENTIAL: 'Known, owns nothing yet: to be acquired.',
  IN_NETWORK: 'Has products in use: to be raised, kept and saved.',
  LEFT: 'Has given all products up: to be won back.',
  MERGED: 'Was a double and is served as the customer that it was merged into (CUS-80).',
});

export enum InNetworkPhase {
  UPGRADE = 'UPGRADE',
  MATURE = 'MATURE',
  DECLINE = 'DECLINE',
}

describeEnum(
  InNetworkPhase,
  'InNetworkPhase',
  'Phase of a customer in the network, by the trend of spending (CUS-60).',
  {
    UPGRADE: 'Spending grows (提升).',
    MATURE: 'Spending is stable (成熟).',
    DECLINE: 'Spending falls (衰退).',
  },
);

export enum CustomerType {
  PUBLIC = 'PUBLIC',
  COMMERCIAL = 'COMMERCIAL',
  BIG = 'BIG',
  FLOATING = 'FLOATING',
}

describeEnum(
  CustomerType,
  'CustomerType',
  'Market group of a customer (CUS-14); COMMERCIAL and BIG together are the enterprise customers.',
  {
    PUBLIC: 'Residential and small customers.',
    COMMERCIAL: 'Commercial customers.',
    BIG: 'Big customers with an account manager of their own.',
    FLOATING: 'Mobile and floating customers (流动客户).',
  },
);

export enum ServiceLevel {
  STANDARD = 'STANDARD',
  SAPPHIRE = 'SAPPHIRE',
  JADE = 'JADE',
  DIAMOND = 'DIAMOND',
}

describeEnum(ServiceLevel, 'ServiceLevel', 'Service level that a customer is entitled to (CUS-88).', {
  STANDARD: 'No club level.',
  SAPPHIRE: 'Third club level: roaming service in the home province.',
  JADE: 'Second club level: roaming service in the whole country.',
  DIAMOND: 'First club level: roaming service in the whole country.',
});

export enum SecrecyLevel {
  NORMAL = 'NORMAL',
  CONFIDENTIAL = 'CONFIDENTIAL',
  SECRET = 'SECRET',
}

describeEnum(SecrecyLevel, 'SecrecyLevel', 'How carefully the data of a customer must be handled (保密等级).', {
  NORMAL: 'As all customer data.',
  CONFIDENTIAL: 'Not for lists and directories.',
  SECRET: 'Only for those who serve the customer.',
});
