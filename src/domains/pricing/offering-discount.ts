import { Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { Discount } from './discount.js';

@UniqueTogether(['offering', 'discount'])
@Noun({ tag: 'dl', root: false, description: 'That a discount applies to lines of an offering (PRD-75).' })
export class OfferingDiscount extends Node {
  @One(() => Discount, {
    description: 'The discount, of scope OFFERING.',
    inverse: 'offerings',
    inverseDescription: 'Offerings to whose lines it applies.',
  })
  discount!: Discount;

  @One(() => Offering, {
    description: 'The offering.',
    hideable: true,
    inverse: 'discounts',
    inverseDescription: 'Discounts that apply to lines of this offering (PRD-75).',
  })
  offering!: Offering;
}
