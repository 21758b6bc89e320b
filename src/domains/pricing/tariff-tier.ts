import { DecimalNumber, describeEnum, EnumOf, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { TariffRule } from '../catalogue/index.js';

export enum TierBasis {
  ORDER = 'ORDER',
  CUSTOMER = 'CUSTOMER',
  GROUP = 'GROUP',
}

describeEnum(TierBasis, 'TierBasis', 'What the quantity of a tier counts (PRD-76, PRD-77).', {
  ORDER: 'Pieces in one order.',
  CUSTOMER:
    'Pieces that the customer has with the order: those held already or on their way by other orders that are open, less what ends with it, and those that it opens.',
  GROUP: 'The same of all members of the groups of the customer.',
});

@UniqueTogether(['rule', 'basis', 'threshold'])
@Noun({
  tag: 'tz',
  root: false,
  description:
    'A price by quantity: from a threshold on, all pieces of the order cost this instead of the value of the rule (PRD-76, PRD-77).',
})
export class TariffTier extends Node {
  @One(() => TariffRule, {
    description: 'Rule whose value it replaces.',
    inverse: 'tiers',
    inverseDescription: 'Prices by quantity; of those reached in the order and in total the lower one holds.',
  })
  rule!: TariffRule;

  @EnumOf(() => TierBasis, { description: 'What is counted: pieces of the offerings that the rule prices.' })
  basis!: TierBasis;

  @Int({ description: 'Smallest quantity from which the tier holds; the highest one reached counts.', access: 'slow' })
  threshold!: number;

  @DecimalNumber({ description: 'Value per piece in the unit of the rule; 0 waives it.' })
  value!: string;
}
