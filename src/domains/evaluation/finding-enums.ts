import { describeEnum } from '../../kernel/model/index.js';

export enum CriterionPurpose {
  ABNORMAL = 'ABNORMAL',
  POTENTIAL_BIG = 'POTENTIAL_BIG',
  DISCOUNT = 'DISCOUNT',
}

describeEnum(CriterionPurpose, 'CriterionPurpose', 'What a criterion finds.', {
  ABNORMAL: 'Abnormal customers (CUS-66, CUS-67).',
  POTENTIAL_BIG: 'Customers who may become big ones (CUS-76).',
  DISCOUNT: 'Customers for whom a policy of discounts is (CUS-65).',
});

export enum AbnormalKind {
  BLACK_LIST = 'BLACK_LIST',
  ARREARS = 'ARREARS',
  HIGH_SPEND = 'HIGH_SPEND',
  LOW_SPEND = 'LOW_SPEND',
  CHANGED_CALLING = 'CHANGED_CALLING',
  OTHER = 'OTHER',
}

describeEnum(AbnormalKind, 'AbnormalKind', 'In which way a customer is abnormal (CUS-67).', {
  BLACK_LIST: 'Very low credit.',
  ARREARS: 'Arrears have reached a value.',
  HIGH_SPEND: 'Spends very much.',
  LOW_SPEND: 'Spends very little.',
  CHANGED_CALLING: 'Consumes quite differently from before.',
  OTHER: 'Another way, by a criterion of the operator or by hand.',
});

export enum FoundBy {
  AUTO = 'AUTO',
  MANUAL = 'MANUAL',
}

describeEnum(FoundBy, 'FoundBy', 'How a customer was found or classified.', {
  AUTO: 'By a criterion.',
  MANUAL: 'By hand.',
});

export enum AbnormalStatus {
  DETECTED = 'DETECTED',
  TRACKING = 'TRACKING',
  CONFIRMED = 'CONFIRMED',
  CLEARED = 'CLEARED',
}

describeEnum(AbnormalStatus, 'AbnormalStatus', 'State of an abnormal customer (CUS-66).', {
  DETECTED: 'Found, and not looked at yet.',
  TRACKING: 'What the customer consumes is followed for a while.',
  CONFIRMED: 'Abnormal indeed.',
  CLEARED: 'Normal after all, or taken off by hand.',
});

export enum PotentialBigStatus {
  DETECTED = 'DETECTED',
  TRACKING = 'TRACKING',
  CONVERTED = 'CONVERTED',
  CLEARED = 'CLEARED',
}

describeEnum(PotentialBigStatus, 'PotentialBigStatus', 'State of a customer who may become a big one (CUS-76).', {
  DETECTED: 'Found, and not looked at yet.',
  TRACKING: 'What the customer consumes is followed, with proactive service.',
  CONVERTED: 'Has become a big customer.',
  CLEARED: 'Is none.',
});
