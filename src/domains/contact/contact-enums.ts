import { describeEnum } from '../../kernel/model/index.js';

export enum ContactDirection {
  INBOUND = 'INBOUND',
  OUTBOUND = 'OUTBOUND',
}

describeEnum(ContactDirection, 'ContactDirection', 'Who began a contact (CON-09, CON-39).', {
  INBOUND: 'The customer.',
  OUTBOUND: 'The operator.',
});

export enum ContactClass {
  SERVICE_REQUEST = 'SERVICE_REQUEST',
  PROBLEM_REPORT = 'PROBLEM_REPORT',
  OUTBOUND = 'OUTBOUND',
}

describeEnum(ContactClass, 'ContactClass', 'Coarse class of a contact type.', {
  SERVICE_REQUEST: 'Inbound: the customer wants something done, told or changed.',
  PROBLEM_REPORT: 'Inbound: a fault, complaint or suggestion.',
  OUTBOUND: 'The operator turns to the customer.',
});

export enum PlatformKind {
  CTI = 'CTI',
  WEB = 'WEB',
  EMAIL = 'EMAIL',
  ACCOUNT_MANAGER = 'ACCOUNT_MANAGER',
  POS_AGENT = 'POS_AGENT',
  SMS = 'SMS',
  IVR = 'IVR',
  FAX_LETTER = 'FAX_LETTER',
  SELF_SERVICE_TERMINAL = 'SELF_SERVICE_TERMINAL',
}

describeEnum(PlatformKind, 'PlatformKind', 'Kinds of interaction platforms (CON-53).', {
  CTI: 'Call centre with agents.',
  WEB: 'Web site or app.',
  EMAIL: 'E-mail.',
  ACCOUNT_MANAGER: 'Account managers and their workplace.',
  POS_AGENT: 'Business halls and agents.',
  SMS: 'Short messages.',
  IVR: 'Automatic voice.',
  FAX_LETTER: 'Fax and letters.',
  SELF_SERVICE_TERMINAL: 'Terminals for self-service.',
});

export enum ContactStatus {
  CREATED = 'CREATED',
  IDENTIFIED = 'IDENTIFIED',
  CLASSIFIED = 'CLASSIFIED',
  HANDLING = 'HANDLING',
  HANDED_OVER = 'HANDED_OVER',
  COMPLETED = 'COMPLETED',
  ARCHIVED = 'ARCHIVED',
}

describeEnum(ContactStatus, 'ContactStatus', 'State of a contact event (CON-03, TMF683).', {
  CREATED: 'Recorded, nothing known yet.',
  IDENTIFIED: 'The customer is known.',
  CLASSIFIED: 'Type and reason are known.',
  HANDLING: 'Is being handled at once, while the contact lasts.',
  HANDED_OVER: 'Passed on to a ticket, request or order.',
  COMPLETED: 'Finished.',
  ARCHIVED: 'Kept for history; never changes again.',
});

/** Steps of a contact event; they stand as `action` in the history. */
export type ContactAction = 'identify' | 'classify' | 'handle' | 'handOver' | 'complete' | 'archive';

export enum ContactResult {
  SUCCESS = 'SUCCESS',
  FAILURE = 'FAILURE',
}

describeEnum(ContactResult, 'ContactResult', 'Whether a contact reached its purpose (CON-46).', {
  SUCCESS: 'The customer was reached and the purpose attained.',
  FAILURE: 'The customer was not reached, or the purpose was missed.',
});
