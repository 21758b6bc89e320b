import { describeEnum } from '../../kernel/model/index.js';

/** States of all kinds of tickets; which of them a kind passes through is in its life cycle. */
export enum TicketStatus {
  ACCEPTED = 'ACCEPTED',
  DUPLICATE_LINKED = 'DUPLICATE_LINKED',
  CLASSIFIED = 'CLASSIFIED',
  CONFIRMING = 'CONFIRMING',
  DISPATCHED = 'DISPATCHED',
  IN_PROCESS = 'IN_PROCESS',
  REPAIRED = 'REPAIRED',
  PLAN_RETURNED = 'PLAN_RETURNED',
  VERIFYING = 'VERIFYING',
  SOLUTION_DRAFT = 'SOLUTION_DRAFT',
  APPROVAL_PENDING = 'APPROVAL_PENDING',
  CONSENT_PENDING = 'CONSENT_PENDING',
  EXECUTING = 'EXECUTING',
  RESOLVED = 'RESOLVED',
  ANSWERING = 'ANSWERING',
  CLOSED = 'CLOSED',
  ARCHIVED = 'ARCHIVED',
  CANCELLED = 'CANCELLED',
}

describeEnum(
  TicketStatus,
  'TicketStatus',
  'State of a problem ticket; each kind passes through some of them (TRB-27, TRB-40, TMF621).',
  {
    ACCEPTED: 'Taken in, not yet judged.',
    DUPLICATE_LINKED: 'Repeats a ticket that is being handled; the customer is told the state of that one.',
    CLASSIFIED: 'Its kind and category are known; the handling of the kind begins.',
    CONFIRMING: 'Fault: is checked for causes outside the network, such as arrears, a suspension or a cut-over.',
    DISPATCHED: 'Sent to those who solve it: the network side for a fault, a department otherwise.',
    IN_PROCESS: 'Fault: the network side works on it.',
    REPAIRED: 'Fault: the network side reports it repaired.',
    PLAN_RETURNED: 'Complaint: the main department returned a plan.',
    VERIFYING: 'Billing dispute: the charge is checked with billing.',
    SOLUTION_DRAFT: 'Billing dispute: the charge is wrong and a solution is being drafted.',
    APPROVAL_PENDING: 'Billing dispute: the solution waits for an approver.',
    CONSENT_PENDING: 'The customer is asked whether they agree to the plan or solution.',
    EXECUTING: 'The agreed plan or solution is carried out.',
    RESOLVED: 'Solved; the outcome has not been told yet.',
    ANSWERING: 'The outcome is told to the customer and their opinion collected.',
    CLOSED: 'Finished.',
    ARCHIVED: 'Kept for history; never changes again.',
    CANCELLED: 'Withdrawn, with a reason.',
  },
);

/** States in which nothing more happens to the problem itself. */
export const FINISHED_STATUSES: readonly TicketStatus[] = [
  TicketStatus.CLOSED,
  TicketStatus.ARCHIVED,
  TicketStatus.CANCELLED,
];

/** Steps of all kinds of tickets; they stand as `action` in the history. */
export type TicketAction =
  /** Recognise it as a repetition of another ticket (TRB-07). */
  | 'linkDuplicate'
  /** Settle its kind and category (TRB-08). */
  | 'classify'
  /** Watch a fault that the network side found itself and already works on (TRB-34). */
  | 'monitor'
  /** Begin to check whether a fault lies in the network (TRB-36). */
  | 'confirm'
  /** Find that it is no fault of the network (TRB-36). */
  | 'noFault'
  /** Send it to those who solve it (TRB-16, TRB-37). */
  | 'dispatch'
  /** The network side takes it on or reports progress (TRB-38). */
  | 'progress'
  /** The network side gives it back unrepaired (TRB-43). */
  | 'notRepaired'
  /** The network side reports the repair (TRB-43). */
  | 'repair'
  /** The mass fault that it belongs to is repaired (TRB-39). */
  | 'followMassFault'
  /** The main department returns a plan (TRB-21). */
  | 'returnPlan'
  /** Ask the customer for their consent (TRB-23). */
  | 'askConsent'
  /** The customer agrees (TRB-23, TRB-53). */
  | 'agree'
  /** The customer refuses (TRB-23, TRB-53). */
  | 'refuse'
  /** Decide whether a suggestion is adopted (TRB-68). */
  | 'evaluate'
  /** Begin to check the charge with billing (TRB-47). */
  | 'verify'
  /** Find that the charge is right (TRB-48). */
  | 'chargeRight'
  /** Find that the charge is wrong (TRB-47). */
  | 'chargeWrong'
  /** Hand a solution to the approver (TRB-50). */
  | 'submitSolution'
  /** Approve the solution (TRB-51). */
  | 'approve'
  /** Send the solution back for a new draft (TRB-52). */
  | 'reject'
  /** Take the solution back before it was decided on, for a new draft. */
  | 'withdrawSolution'
  /** Find the problem solved. */
  | 'resolve'
  /** Begin to tell the customer the outcome (TRB-13). */
  | 'answer'
  /** Arrange another return visit to a customer who is not satisfied (TRB-15). */
  | 'visitAgain'
  /** Handle it again, because the customer stays dissatisfied (TRB-15). */
  | 'reopen'
  /** Finish it. */
  | 'close'
  /** Finish it without a satisfied answer of the customer, with a reason. */
  | 'closeUnanswered'
  /** Withdraw it, with a reason. */
  | 'cancel'
  /** Put it into the archive (TRB-10). */
  | 'archive';
