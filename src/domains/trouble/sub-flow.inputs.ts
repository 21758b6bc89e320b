import { DecimalInput, EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { BillDispute, ChargeVerdict, SolutionKind } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { Adoption, Suggestion } from './suggestion.js';

@Input('The plan that the main department returns for a complaint (TRB-17, TRB-21).')
export class ComplaintPlanInput {
  @IdInput(() => ComplaintTicket, { description: 'The complaint, DISPATCHED; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @TextInput({
    description:
      'The plan: what is to be done, with amounts where money is part of it. Each plan is kept with its dispatch.',
    max: 2000,
  })
  plan!: string;
}

@Input('What the owning department decides about a suggestion (TRB-68).')
export class SuggestionEvaluateInput {
  @IdInput(() => Suggestion, { description: 'The suggestion, DISPATCHED; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @EnumInput(() => Adoption, { description: 'What becomes of it.' })
  adoption!: Adoption;

  @TextInput({ description: 'Why, as the customer will be told.', max: 1000 })
  reason!: string;
}

@Input('What the check of a disputed charge found (TRB-47).')
export class DisputeJudgeInput {
  @IdInput(() => BillDispute, { description: 'The dispute, VERIFYING; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @EnumInput(() => ChargeVerdict, { description: 'CORRECT resolves the dispute; WRONG asks for a solution.' })
  verdict!: ChargeVerdict;

  @TextInput({ description: 'Evidence, as the customer will be told.', max: 1000 })
  evidence!: string;
}

@Input('A solution for a wrong charge, handed to the approver (TRB-50).')
export class DisputeSolutionInput {
  @IdInput(() => BillDispute, { description: 'The dispute, SOLUTION_DRAFT; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @EnumInput(() => SolutionKind, { description: 'How the charge is made good.' })
  kind!: SolutionKind;

  @DecimalInput({
    description: 'Amount above 0, in the currency of the account; TOO_LARGE when it is more than the disputed amount.',
    min: '0.01',
    max: '1000000000',
  })
  amount!: string;

  @TextInput({ description: 'Explanation for the approver.', optional: true, max: 1000 })
  note?: string | null;
}
