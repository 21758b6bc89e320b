import { IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { Offering, TariffPlan } from '../catalogue/index.js';
import { IndividualPlan } from './individual-plan.js';

@Input('A price plan that a contract gives its customer alone (PRD-118).')
export class IndividualPlanRequestInput {
  @IdInput(() => Contract, { description: 'The contract; it must bind now.' })
  contractId!: string;

  @IdInput(() => Offering, {
    description:
      'What is bought under it: an offering IN_USE, one that is APPROVED and becomes the own one of the customer, or such a one.',
  })
  offeringId!: string;

  @IdInput(() => TariffPlan, {
    description: 'The plan: APPROVED and not sold to anyone yet; it is never sold to another customer.',
  })
  tariffPlanId!: string;

  @InstantInput({
    description: 'When the reply of billing is expected, later than now; in five days when left out.',
    optional: true,
  })
  dueAt?: string | null;

  @TextInput({ description: 'What billing should know besides.', optional: true, max: 1000 })
  remark?: string | null;
}

@Input('An individual price plan that is not to be sold any more.')
export class IndividualPlanEndInput {
  @IdInput(() => IndividualPlan, { description: 'The plan; IN_FORCE.' })
  individualPlanId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
