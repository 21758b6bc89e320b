import { DecimalInput, IdInput, Input, IntInput } from '../../kernel/model/index.js';
import { GuaranteeType } from './guarantee-type.js';

@Input('What an offering asks its customers to give as a guarantee (PRD-42).')
export class GuaranteeAskedInput {
  @IdInput(() => GuaranteeType, {
    description:
      'The kind of guarantee, which also says how it is given; CONTRADICTORY with another `guarantee`, NOT_ACTIVE when no more is asked for it (PRD-42).',
    optional: true,
  })
  guaranteeTypeId?: string | null;

  @IntInput({
    description: 'Number of guarantors or papers; needed for INSTANCE, EMPLOYEE and DOCUMENT, refused otherwise.',
    optional: true,
    min: 1,
    max: 10,
  })
  guaranteeCount?: number | null;

  @DecimalInput({
    description:
      'Deposit in the currency of the tariff plan, with at most two decimal places; needed for DEPOSIT, refused otherwise.',
    optional: true,
    min: '0.01',
    max: '1000000000',
  })
  guaranteeAmount?: string | null;
}
