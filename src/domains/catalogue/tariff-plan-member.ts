import { Int, Node, Noun, One } from '../../kernel/model/index.js';
import { TariffPlan } from './tariff-plan.js';
import { TariffRule } from './tariff-rule.js';

@Noun({
  tag: 'tm',
  root: false,
  description:
    'A part of a tariff plan: exactly one of a rule and another plan, with its priority (PRD-78, PRD-79, PRD-81).',
})
export class TariffPlanMember extends Node {
  @One(() => TariffPlan, {
    description: 'Plan that is composed.',
    inverse: 'members',
    inverseDescription: 'Rules and other plans that the plan is made of.',
  })
  plan!: TariffPlan;

  @One(() => TariffRule, {
    description: 'The rule; null when the part is a plan.',
    nullable: true,
    inverse: 'planMembers',
    inverseDescription: 'Plans that use the rule.',
  })
  rule?: TariffRule | null;

  @One(() => TariffPlan, {
    description: 'The nested plan; null when the part is a rule.',
    nullable: true,
    inverse: 'memberOf',
    inverseDescription: 'Plans that this plan is nested in.',
  })
  nestedPlan?: TariffPlan | null;

  @Int({ description: 'Parts with a smaller number are evaluated first (PRD-79).', access: 'slow' })
  priority!: number;
}
