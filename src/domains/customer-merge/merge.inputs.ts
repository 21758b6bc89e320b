import { BoolInput, EnumInput, IdInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerMerge } from './customer-merge.js';
import { DuplicateCandidate } from './duplicate-candidate.js';
import { DuplicateBasis, DuplicateParty } from './duplicate-rule.js';

@Input('A rule for finding doubles, by its code (CUS-80).')
export class DuplicateRuleSaveInput {
  @TextInput({ description: 'Code, such as `SAME_PHONE`; a known one is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @EnumInput(() => DuplicateBasis, { description: 'In what two customers must agree.' })
  basis!: DuplicateBasis;

  @EnumInput(() => DuplicateParty, { description: 'Which customers it compares; ANY when not given.', optional: true })
  appliesTo?: DuplicateParty | null;

  @IntInput({ description: 'Weight, 1 to 100.', min: 1, max: 100 })
  weight!: number;

  @BoolInput({ description: 'Whether it is in use; true when not given.', optional: true })
  active?: boolean | null;
}

@Input('The customer whose doubles are looked for (CUS-80).')
export class CustomerDuplicatesFindInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;
}

@Input('Two customers who are two.')
export class DuplicateDismissInput {
  @IdInput(() => DuplicateCandidate, { description: 'The candidate.' })
  candidateId!: string;

  @TextInput({ description: 'Why they are two.', max: 500 })
  reason!: string;
}

@Input('Two customers to be made one (CUS-80).')
export class CustomerMergeRequestInput {
  @IdInput(() => Customer, { description: 'The customer that remains, with its code.' })
  survivorId!: string;

  @IdInput(() => Customer, { description: 'The customer whose data move to the other.' })
  absorbedId!: string;

  @TextInput({ description: 'How the customer agreed, such as a signed form.', max: 500 })
  consent!: string;

  @TextInput({ description: 'Why they are one.', max: 500 })
  reason!: string;
}

@Input('The decision of a second person about a merge (CUS-80).')
export class CustomerMergeDecideInput {
  @IdInput(() => CustomerMerge, { description: 'The merge.' })
  mergeId!: string;

  @BoolInput({ description: 'True makes the two one; false leaves them as they are.' })
  approve!: boolean;

  @TextInput({ description: 'Why.', max: 500, optional: true })
  note?: string | null;
}

@Input('A merge to be taken back (CUS-80).')
export class CustomerMergeUndoInput {
  @IdInput(() => CustomerMerge, { description: 'The merge.' })
  mergeId!: string;

  @TextInput({ description: 'Why it was wrong.', max: 500 })
  reason!: string;
}
