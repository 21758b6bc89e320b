import { describeEnum } from '../../kernel/model/index.js';

export enum TicketKind {
  FAULT = 'FAULT',
  COMPLAINT = 'COMPLAINT',
  SUGGESTION = 'SUGGESTION',
  BILL_DISPUTE = 'BILL_DISPUTE',
}

describeEnum(TicketKind, 'TicketKind', 'Kinds of problem tickets, as categories and rules name them (TRB-01).', {
  FAULT: 'A fault of a product or of the network.',
  COMPLAINT: 'A complaint about the operator or a partner.',
  SUGGESTION: 'A suggestion for doing something better.',
  BILL_DISPUTE: 'A dispute about a charge.',
});

export enum TicketSeverity {
  CRITICAL = 'CRITICAL',
  MAJOR = 'MAJOR',
  MINOR = 'MINOR',
}

describeEnum(
  TicketSeverity,
  'TicketSeverity',
  'How much the problem disturbs (TMF621 severity, TMF642 perceived severity).',
  {
    CRITICAL: 'The service is lost.',
    MAJOR: 'The service works, but is badly disturbed.',
    MINOR: 'A small disturbance, or none of a service.',
  },
);

export enum TicketPriority {
  URGENT = 'URGENT',
  HIGH = 'HIGH',
  NORMAL = 'NORMAL',
  LOW = 'LOW',
}

describeEnum(
  TicketPriority,
  'TicketPriority',
  'Order in which tickets are handled; the priority rules give it (TRB-09).',
  {
    URGENT: 'At once.',
    HIGH: 'Before normal ones, such as for large customers.',
    NORMAL: 'In the order of arrival.',
    LOW: 'When nothing else waits.',
  },
);

export enum TicketChannel {
  HOTLINE = 'HOTLINE',
  BUSINESS_HALL = 'BUSINESS_HALL',
  PORTAL = 'PORTAL',
  ACCOUNT_MANAGER = 'ACCOUNT_MANAGER',
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  PARTNER = 'PARTNER',
  SYSTEM = 'SYSTEM',
}

describeEnum(TicketChannel, 'TicketChannel', 'Channel over which a ticket was accepted (TRB-02).', {
  HOTLINE: 'Telephone hotline.',
  BUSINESS_HALL: 'Counter of a business hall.',
  PORTAL: 'Self-service of the customer on the web, in an app or at a terminal.',
  ACCOUNT_MANAGER: "The customer's account manager.",
  EMAIL: 'E-mail.',
  SMS: 'Short message.',
  PARTNER: 'A partner or agent.',
  SYSTEM: 'Another system, without a person.',
});

export enum TicketOrigin {
  CUSTOMER = 'CUSTOMER',
  INTERNAL_OSS = 'INTERNAL_OSS',
  OTHER_PROVINCE = 'OTHER_PROVINCE',
  GROUP = 'GROUP',
  PARTNER = 'PARTNER',
}

describeEnum(TicketOrigin, 'TicketOrigin', 'Who brought the problem up.', {
  CUSTOMER: 'The customer.',
  INTERNAL_OSS: 'The network side found it itself (TRB-34).',
  OTHER_PROVINCE: 'Another provincial company (TRB-20).',
  GROUP: 'The group company (TRB-20).',
  PARTNER: 'A partner (TRB-66).',
});

export enum Satisfaction {
  VERY_SATISFIED = 'VERY_SATISFIED',
  SATISFIED = 'SATISFIED',
  NEUTRAL = 'NEUTRAL',
  DISSATISFIED = 'DISSATISFIED',
  VERY_DISSATISFIED = 'VERY_DISSATISFIED',
}

describeEnum(Satisfaction, 'Satisfaction', "The customer's opinion of the handling, on five levels (TRB-15).", {
  VERY_SATISFIED: 'Very satisfied.',
  SATISFIED: 'Satisfied.',
  NEUTRAL: 'Neither satisfied nor dissatisfied; counts as satisfied.',
  DISSATISFIED: 'Dissatisfied.',
  VERY_DISSATISFIED: 'Very dissatisfied.',
});

/** Whether the handling may end with this opinion. */
export const isContent = (satisfaction: Satisfaction): boolean =>
  satisfaction !== Satisfaction.DISSATISFIED && satisfaction !== Satisfaction.VERY_DISSATISFIED;

export enum EscalationReason {
  MASS_FAULT = 'MASS_FAULT',
  FAULT_LEVEL = 'FAULT_LEVEL',
  MEDIA_EXPOSURE = 'MEDIA_EXPOSURE',
  HOT_ISSUE = 'HOT_ISSUE',
  HOT_ISSUE_INTERNAL = 'HOT_ISSUE_INTERNAL',
  REPEATED_BY_SAME_USER = 'REPEATED_BY_SAME_USER',
  SAME_ISSUE_BY_DIFFERENT_USERS = 'SAME_ISSUE_BY_DIFFERENT_USERS',
  OVERDUE = 'OVERDUE',
  SKIP_LEVEL = 'SKIP_LEVEL',
  DISSATISFIED = 'DISSATISFIED',
}

describeEnum(EscalationReason, 'EscalationReason', 'Why a ticket is raised to a higher level (TRB-26, TRB-42).', {
  MASS_FAULT: 'Faults only: many customers are affected.',
  FAULT_LEVEL: 'Faults only: the level of the fault demands it.',
  MEDIA_EXPOSURE: 'The media report on it.',
  HOT_ISSUE: 'It is publicly discussed.',
  HOT_ISSUE_INTERNAL: 'It is discussed inside the company.',
  REPEATED_BY_SAME_USER: 'The same customer reported it several times.',
  SAME_ISSUE_BY_DIFFERENT_USERS: 'Several customers reported the same.',
  OVERDUE: 'Its deadline has passed.',
  SKIP_LEVEL: 'The customer turned to a higher level directly.',
  DISSATISFIED: 'The customer stayed dissatisfied after two return visits (TRB-15).',
});
