import { describeEnum } from '../../kernel/model/index.js';

export enum OpportunityStatus {
  NEW = 'NEW',
  NEED_KNOWN = 'NEED_KNOWN',
  NEGOTIATION = 'NEGOTIATION',
  WON = 'WON',
  LOST = 'LOST',
  SUPERSEDED = 'SUPERSEDED',
}

describeEnum(OpportunityStatus, 'OpportunityStatus', 'State of an opportunity (SAL-03).', {
  NEW: 'Sensed; the need is not understood yet.',
  NEED_KNOWN: 'What the customer needs is written down.',
  NEGOTIATION: 'An offer is being negotiated.',
  WON: 'A contract was signed for it, or an order came of it (SAL-28, SAL-31).',
  LOST: 'Nothing came of it, for the reason named (SAL-29).',
  SUPERSEDED: 'Split, merged or converted: others go on with it. Counts neither as won nor as lost (SAL-04).',
});

/** States in which sellers work on an opportunity. */
export const OPEN_OPPORTUNITY: readonly OpportunityStatus[] = [
  OpportunityStatus.NEW,
  OpportunityStatus.NEED_KNOWN,
  OpportunityStatus.NEGOTIATION,
];

export enum OpportunityIntention {
  ADD = 'ADD',
  CHANGE = 'CHANGE',
  REMOVE = 'REMOVE',
}

describeEnum(OpportunityIntention, 'OpportunityIntention', 'What the customer intends with the offerings (MOD-52).', {
  ADD: 'To have them.',
  CHANGE: 'To have them otherwise.',
  REMOVE: 'To give them up.',
});

export enum OpportunitySource {
  CAMPAIGN = 'CAMPAIGN',
  SERVICE_REQUEST = 'SERVICE_REQUEST',
  CUSTOMER_CONTACT = 'CUSTOMER_CONTACT',
  CUSTOMER_VISIT = 'CUSTOMER_VISIT',
  ORDER_CANCELLED = 'ORDER_CANCELLED',
  RETENTION = 'RETENTION',
  PARTNER = 'PARTNER',
  OTHER = 'OTHER',
}

describeEnum(OpportunitySource, 'OpportunitySource', 'How the operator came to know of an opportunity (SAL-02, R67).', {
  CAMPAIGN: 'An answer to a campaign; the answer is given (SAL-07).',
  SERVICE_REQUEST: 'A need in a request for service (SAL-05).',
  CUSTOMER_CONTACT: 'A need in a contact; the contact is given (SAL-05).',
  CUSTOMER_VISIT: 'Sensed by the seller at a visit.',
  ORDER_CANCELLED:
    'An order was cancelled and may be won once more; the order is given. Written by the system with each such cancellation (ORD-97, SAL-180).',
  RETENTION: 'Found by retention.',
  PARTNER: 'Named by a partner.',
  OTHER: 'Otherwise.',
});

export enum OpportunityLostReason {
  CUSTOMER_REFUSED = 'CUSTOMER_REFUSED',
  VALIDITY_PASSED = 'VALIDITY_PASSED',
  NO_SUITABLE_PRODUCT = 'NO_SUITABLE_PRODUCT',
  PRICE = 'PRICE',
  COMPETITOR = 'COMPETITOR',
  NOT_FEASIBLE = 'NOT_FEASIBLE',
  OTHER = 'OTHER',
}

describeEnum(OpportunityLostReason, 'OpportunityLostReason', 'Why an opportunity was lost (SAL-29).', {
  CUSTOMER_REFUSED: 'The customer does not want it.',
  VALIDITY_PASSED: 'It was not concluded before it ended; set by the system.',
  NO_SUITABLE_PRODUCT: 'No product serves the need, which is sent to those who design products (SAL-30, PRD-117).',
  PRICE: 'Too dear for the customer.',
  COMPETITOR: 'Somebody else won it.',
  NOT_FEASIBLE: 'Resources or coverage are lacking.',
  OTHER: 'As the remark says.',
});

export enum OpportunityRelationKind {
  SPLIT_FROM = 'SPLIT_FROM',
  MERGED_FROM = 'MERGED_FROM',
  CONVERTED_FROM = 'CONVERTED_FROM',
  REGENERATED_FROM = 'REGENERATED_FROM',
}

describeEnum(
  OpportunityRelationKind,
  'OpportunityRelationKind',
  'How an opportunity arose from another (SAL-04, R70).',
  {
    SPLIT_FROM: 'One of the parts of the earlier one.',
    MERGED_FROM: 'The earlier one is part of it.',
    CONVERTED_FROM: 'The earlier one, with another customer or other offerings.',
    REGENERATED_FROM: 'The earlier one was won, but its order was cancelled.',
  },
);

export enum NeedComplexity {
  SIMPLE = 'SIMPLE',
  COMPLEX = 'COMPLEX',
}

describeEnum(NeedComplexity, 'NeedComplexity', 'Whether a need takes a proposal and a contract.', {
  SIMPLE: 'It can be ordered as it is.',
  COMPLEX: 'It takes configuration, a solution, or negotiation of prices.',
});

export enum OpportunityHandOver {
  ASSIGN = 'ASSIGN',
  UPGRADE = 'UPGRADE',
  FOLLOW_UP = 'FOLLOW_UP',
  RETURN = 'RETURN',
}

describeEnum(OpportunityHandOver, 'OpportunityHandOver', 'How an opportunity changes hands (SAL-14, SAL-23).', {
  ASSIGN: 'Given to a seller or to a sales team.',
  UPGRADE: 'Beyond the authority of the present seller; given to one of a higher rank.',
  FOLLOW_UP: 'The present seller cannot go on; another does.',
  RETURN: 'Given back: nobody has it, and no team, until it is assigned.',
});
