import { IdInput, Input, IntInput } from '../../kernel/model/index.js';
import { TariffPlan } from './tariff-plan.js';
import { TariffRule } from './tariff-rule.js';

@Input('A part of a tariff plan: exactly one of a rule and another plan (PRD-78, PRD-81).')
export class TariffPlanMemberInput {
  @IdInput(() => TariffRule, { description: 'The rule.', optional: true })
  tariffRuleId?: string | null;

  @IdInput(() => TariffPlan, {
    description: 'The other plan, in the same currency: CONTRADICTORY otherwise.',
    optional: true,
  })
  nestedPlanId?: string | null;

  @IntInput({
    description: 'Parts with a smaller number come first; the place in the list when left out (PRD-79).',
    optional: true,
    min: 0,
    max: 10_000,
  })
  priority?: number | null;
}
