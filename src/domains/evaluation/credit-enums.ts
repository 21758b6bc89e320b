import { describeEnum } from '../../kernel/model/index.js';

export enum CreditColour {
  RED = 'RED',
  GREY = 'GREY',
  BLACK = 'BLACK',
}

describeEnum(CreditColour, 'CreditColour', 'Standing of a customer in three colours (CUS-73).', {
  RED: 'Good: arrears do not lead to a stop at once.',
  GREY: 'Ordinary.',
  BLACK: 'Bad: on the black list.',
});

export enum CreditSource {
  BILLING = 'BILLING',
  MARKETING_ANALYSIS = 'MARKETING_ANALYSIS',
  GROUP_CRM = 'GROUP_CRM',
  INTERNAL_MODEL = 'INTERNAL_MODEL',
  MANUAL = 'MANUAL',
  INITIAL = 'INITIAL',
}

describeEnum(CreditSource, 'CreditSource', 'Who said how good the credit of a customer is.', {
  BILLING: 'Billing and accounts.',
  MARKETING_ANALYSIS: 'Marketing analysis.',
  GROUP_CRM: 'The CRM of the group, for another province.',
  INTERNAL_MODEL: "The operator's own model.",
  MANUAL: 'An assessor, by hand.',
  INITIAL: 'A rule for new customers.',
});

export enum CreditCause {
  BATCH = 'BATCH',
  SINGLE = 'SINGLE',
  MANUAL = 'MANUAL',
  INITIAL = 'INITIAL',
  GRADES = 'GRADES',
}

describeEnum(CreditCause, 'CreditCause', 'What made an entry in the history of credit (CRD-06).', {
  BATCH: 'A periodic collection.',
  SINGLE: 'A rating that was recorded for one customer, also by a row of a file.',
  MANUAL: 'An adjustment by hand.',
  INITIAL: 'A rule for new customers.',
  GRADES: 'The table of grades was changed.',
});

export enum CreditRunStatus {
  SCHEDULED = 'SCHEDULED',
  DONE = 'DONE',
  PARTLY_FAILED = 'PARTLY_FAILED',
  FAILED = 'FAILED',
}

describeEnum(CreditRunStatus, 'CreditRunStatus', 'State of a collection of credit (CRD-03).', {
  SCHEDULED: 'To be carried out, or at work.',
  DONE: 'Every rating was taken.',
  PARTLY_FAILED: 'Some ratings were rejected; they are tried again.',
  FAILED: 'The source did not answer; it is tried again.',
});
