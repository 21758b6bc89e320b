import { DecimalNumber, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { Position } from '../organisation/index.js';

@UniqueTogether(['position', 'offering'])
@Noun({
  tag: 'dg',
  description: 'How much those who hold a position may take off a line by themselves (PRD-69).',
})
export class StaffDiscountRange extends Node {
  @One(() => Position, {
    description: 'Position whose holders may grant it.',
    inverse: 'discountRanges',
    inverseDescription: 'Discounts that holders of the position may grant by themselves (PRD-69).',
  })
  position!: Position;

  @One(() => Offering, {
    description: 'The only offering to which it applies; null for all that have no range of their own.',
    nullable: true,
    hideable: true,
    inverse: 'staffDiscountRanges',
    inverseDescription: 'Discounts that salespeople may grant by themselves on this offering (PRD-69).',
  })
  offering?: Offering | null = null;

  @DecimalNumber({ description: 'Smallest discount in per cent, 0 or more.' })
  minPercent!: string;

  @DecimalNumber({ description: 'Largest discount in per cent, at most 100.' })
  maxPercent!: string;
}
