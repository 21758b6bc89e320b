import { describeEnum, EnumOf, Money, Noun, Text, Value } from '../../kernel/model/index.js';
import { ProblemTicket } from './problem-ticket.js';

export enum ChargeVerdict {
  CORRECT = 'CORRECT',
  WRONG = 'WRONG',
}

describeEnum(ChargeVerdict, 'ChargeVerdict', 'What the check of a disputed charge found (TRB-47).', {
  CORRECT: 'The charge is right.',
  WRONG: 'The charge is wrong.',
});

export enum SolutionKind {
  CANCEL_ARREARS = 'CANCEL_ARREARS',
  REFUND = 'REFUND',
  COMPENSATION = 'COMPENSATION',
  PARTIAL_PAYMENT = 'PARTIAL_PAYMENT',
}

describeEnum(SolutionKind, 'SolutionKind', 'How a wrong charge is made good (TRB-50).', {
  CANCEL_ARREARS: 'The open charge is cancelled.',
  REFUND: 'The paid charge is returned.',
  COMPENSATION: 'The customer is compensated.',
  PARTIAL_PAYMENT: 'The customer pays a part of the charge.',
});

@Noun({ tag: 'td', description: 'A dispute about a charge on a bill (TRB-05, TRB-47).' })
export class BillDispute extends ProblemTicket {
  @Value(() => Money, { description: 'The disputed amount.', nullable: true })
  disputedAmount?: Money | null;

  @Text({ description: 'Billing cycle of the charge, such as `2026-03`.', nullable: true, max: 20, access: 'slow' })
  billingCycle?: string | null;

  @Text({ description: 'Code of the disputed charge item.', nullable: true, max: 60, access: 'slow' })
  chargeItem?: string | null;

  @EnumOf(() => ChargeVerdict, { description: 'What the check with billing found; null before it.', nullable: true })
  verdict?: ChargeVerdict | null;

  @Text({ description: 'Evidence for the verdict.', nullable: true, max: 1000 })
  verdictEvidence?: string | null;

  @EnumOf(() => SolutionKind, {
    description: 'How the wrong charge is made good, in the newest solution.',
    nullable: true,
  })
  solutionKind?: SolutionKind | null;

  @Value(() => Money, { description: 'Amount of the newest solution.', nullable: true })
  solutionAmount?: Money | null;

  @Text({ description: 'Who drafted the newest solution; they may not approve it (TRB-49).', nullable: true, max: 100 })
  solutionDraftedBy?: string | null;
}
