import { DecimalNumber, Money, Node, Noun, One, Value } from '../../kernel/model/index.js';
import { SlaTemplateItem } from './sla-template-item.js';

@Noun({
  tag: 'kx',
  root: false,
  description:
    'What it costs the operator to keep an indicator within a band of values; for negotiating service levels and their tariffs (PRD-24).',
})
export class SlaCostBand extends Node {
  @One(() => SlaTemplateItem, {
    description: 'Indicator of a template that the cost is for.',
    inverse: 'costBands',
    inverseDescription: 'Costs by band of values; bands do not overlap (PRD-24).',
  })
  item!: SlaTemplateItem;

  @DecimalNumber({ description: 'Lowest value of the band, in the unit of the indicator.', access: 'slow' })
  from!: string;

  @DecimalNumber({ description: 'Highest value of the band; equal to `from` for a single value.', access: 'slow' })
  to!: string;

  @Value(() => Money, { description: 'Cost of one instance in one month.' })
  cost!: Money;
}
