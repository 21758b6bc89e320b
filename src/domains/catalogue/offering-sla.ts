import { Bool, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Offering } from './offering.js';
import { SlaTemplate } from './sla-template.js';
import { TariffPlan } from './tariff-plan.js';

@Noun({
  tag: 'os',
  description: 'A standard service level of an offering, one of those the customer may choose (PRD-57, PRD-58).',
})
export class OfferingSla extends Node {
  @Text({ description: 'Code unique among standard service levels.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator, such as Gold.' })
  name!: string;

  @One(() => Offering, {
    description: 'Offering that the service level belongs to.',
    inverse: 'slas',
    inverseDescription: 'Standard service levels to choose from (PRD-58).',
  })
  offering!: Offering;

  @One(() => SlaTemplate, {
    description: 'Template of the product whose ranges bound the values (PRD-59).',
    inverse: 'offeringSlas',
    inverseDescription: 'Service levels of offerings made from the template.',
  })
  template!: SlaTemplate;

  @One(() => TariffPlan, {
    description: 'Tariff plan that goes with the service level; null when it costs nothing more (PRD-60).',
    nullable: true,
  })
  tariffPlan?: TariffPlan | null;

  @Bool({ description: 'Whether it is preselected.' })
  isDefault!: boolean;
}
