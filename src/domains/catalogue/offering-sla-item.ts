import { DecimalNumber, Node, Noun, One, TextList, UniqueTogether } from '../../kernel/model/index.js';
import { OfferingSla } from './offering-sla.js';
import { SlaIndicator } from './sla-indicator.js';

@UniqueTogether(['offeringSla', 'indicator'])
@Noun({
  tag: 'oi',
  root: false,
  description: 'What an offering promises for one indicator, inside the range of the product (PRD-57, PRD-59).',
})
export class OfferingSlaItem extends Node {
  @One(() => OfferingSla, {
    description: 'Service level that the promise belongs to.',
    inverse: 'items',
    inverseDescription: 'Promised values by indicator.',
  })
  offeringSla!: OfferingSla;

  @One(() => SlaIndicator, { description: 'The indicator.' })
  indicator!: SlaIndicator;

  @DecimalNumber({
    description:
      'Promised value, in the unit of the indicator; of a range its worst end, which is what the customer may count on.',
  })
  value!: string;

  @DecimalNumber({
    description: 'Smallest value of a promised range, for a CONTINUOUS indicator; null without a range or a bound.',
    nullable: true,
  })
  min?: string | null = null;

  @DecimalNumber({
    description: 'Largest value of a promised range, for a CONTINUOUS indicator; null without a range or a bound.',
    nullable: true,
  })
  max?: string | null = null;

  @TextList({
    description: 'Promised set of values, for a DISCRETE indicator, decimal numbers as text; empty without a set.',
  })
  allowedValues: string[] = [];
}
