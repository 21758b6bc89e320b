import { BoolInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { Approval } from './approval.js';

@Input('A decision on what somebody else asked for.')
export class ApprovalDecideInput {
  @IdInput(() => Approval, { description: 'The approval; NOT_FOUND, INVALID_TRANSITION, OWN_WORK, NOT_YOURS.' })
  approvalId!: string;

  @BoolInput({ description: 'True approves, false refuses.' })
  approved!: boolean;

  @TextInput({ description: 'Remark for whoever asked; REQUIRED to refuse.', max: 500, optional: true })
  remark?: string | null;
}

@Input('Takes back what the caller asked for.')
export class ApprovalWithdrawInput {
  @IdInput(() => Approval, { description: 'The approval; NOT_FOUND, INVALID_TRANSITION, NOT_YOURS.' })
  approvalId!: string;

  @TextInput({ description: 'Why.', max: 500, optional: true })
  reason?: string | null;
}
