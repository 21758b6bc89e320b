import { Bool, Int, Node, Noun, One, TimePeriod, Value, UniqueTogether } from '../../kernel/model/index.js';
import { Offering } from './offering.js';
import { TariffPlan } from './tariff-plan.js';

@UniqueTogether(['offering', 'tariffPlan'])
@Noun({
  tag: 'ot',
  root: false,
  description: 'A tariff plan that an offering may be sold with (PRD-86, PRD-87).',
})
export class OfferingTariff extends Node {
  @One(() => Offering, {
    description: 'The offering.',
    inverse: 'tariffs',
    inverseDescription: 'Tariff plans that the offering may be sold with (PRD-87).',
  })
  offering!: Offering;

  @One(() => TariffPlan, {
    description: 'The plan; null for callers who may not see it yet.',
    hideable: true,
    inverse: 'offeringTariffs',
    inverseDescription: 'Offerings sold with the plan.',
  })
  tariffPlan!: TariffPlan;

  @Bool({
    description: 'Whether it is preselected for customers who pay in its currency; at most one per currency (PRD-88).',
  })
  isDefault!: boolean;

  @Bool({ description: 'Whether every instance of the offering must have it (PRD-88).' })
  required: boolean = false;

  @Value(() => TimePeriod, { description: 'When the offering may be sold with the plan (PRD-90).' })
  validity!: TimePeriod;

  @Int({
    description:
      'Of several plans whose conditions hold for a line, the one with the smallest number is chosen; null last.',
    nullable: true,
  })
  priority?: number | null = null;
}
