import { describeEnum } from '../../kernel/model/index.js';

export enum RatingKind {
  SATISFACTION = 'SATISFACTION',
  LOYALTY = 'LOYALTY',
}

describeEnum(RatingKind, 'RatingKind', 'What a customer is rated for besides credit (MOD-90).', {
  SATISFACTION: 'How content the customer is with service, quality and value.',
  LOYALTY: 'How much the customer is inclined to stay and to buy again.',
});

export enum RatingLevel {
  VERY_HIGH = 'VERY_HIGH',
  HIGH = 'HIGH',
  BASIC = 'BASIC',
  LOW = 'LOW',
  VERY_LOW = 'VERY_LOW',
}

describeEnum(RatingLevel, 'RatingLevel', 'Level of satisfaction or loyalty, by bands of scores (CUS-73).', {
  VERY_HIGH: 'Very content, or very loyal; as delivered from 95.',
  HIGH: 'Quite content, or quite loyal; as delivered from 80.',
  BASIC: 'By and large; as delivered from 60.',
  LOW: 'Not content, or not loyal; as delivered from 40.',
  VERY_LOW: 'Not at all.',
});

export enum RatingSource {
  SURVEY = 'SURVEY',
  BILLING = 'BILLING',
  MARKETING_ANALYSIS = 'MARKETING_ANALYSIS',
  INTERNAL_MODEL = 'INTERNAL_MODEL',
  MANUAL = 'MANUAL',
}

describeEnum(RatingSource, 'RatingSource', 'Who said how satisfied or loyal a customer is.', {
  SURVEY: 'The customer, in a survey.',
  BILLING: 'Billing and accounts.',
  MARKETING_ANALYSIS: 'Marketing analysis.',
  INTERNAL_MODEL: "The operator's own model.",
  MANUAL: 'An assessor, by hand.',
});
