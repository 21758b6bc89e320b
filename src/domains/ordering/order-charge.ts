import { EnumOf, Int, Noun, One, Text } from '../../kernel/model/index.js';
import { TariffPlan, TariffRule } from '../catalogue/index.js';
import { Discount, KeptCharge, TierBasis } from '../pricing/index.js';
import { OrderItem } from './order-item.js';
import { Order } from './order.js';

@Noun({
  tag: 'oa',
  root: false,
  description:
    'One thing that an order costs, gives or takes off, with the rule that said so when it was sold; it stays whatever prices become (PRD-114, PRD-76, TMF622 ProductPrice).',
})
export class OrderCharge extends KeptCharge {
  @One(() => Order, {
    description: 'The order.',
    inverse: 'charges',
    inverseDescription:
      'Its charges and discounts, one by one; those of money that are due at once and in the first period add up to its totals. Empty of an order that is older than the keeping of charges (PRD-114).',
  })
  order!: Order;

  @One(() => OrderItem, {
    description: 'The line; null for a discount on the whole.',
    nullable: true,
    inverse: 'charges',
    inverseDescription:
      'Charges and discounts of the line, one by one; those of money that are due at once and in the first period add up to its prices (PRD-114).',
  })
  item?: OrderItem | null;

  @One(() => TariffRule, {
    description: 'The rule as it is now; null when it comes from elsewhere, and for callers who may not see it.',
    nullable: true,
    hideable: true,
  })
  rule?: TariffRule | null;

  @One(() => TariffPlan, {
    description:
      'The plan in which the rule or the price stands, as it is now; null otherwise, and for callers who may not see it.',
    nullable: true,
    hideable: true,
  })
  tariffPlan?: TariffPlan | null;

  @Int({
    description:
      'Number of the version of the rule, or of the plan whose main price it is, that said so; null for what has none, what was agreed, and of an order that is older than the keeping of versions of tariffs (PRD-72).',
    nullable: true,
    access: 'slow',
  })
  versionNumber?: number | null;

  @One(() => Discount, {
    description: 'The discount as it is now; null when it is none, and for callers who may not see it.',
    nullable: true,
    hideable: true,
  })
  discount?: Discount | null;

  @Text({
    description: 'Code of the fee that it is; null for one of its own (PRD-73).',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  feeItem?: string | null;

  @Text({ description: 'Currency, ISO 4217, when it is money; null otherwise.', nullable: true, max: 3 })
  currency?: string | null;

  @EnumOf(() => TierBasis, {
    description: 'What was counted when a quantity chose the price; null when none did (PRD-76, PRD-77).',
    nullable: true,
  })
  tierBasis?: TierBasis | null;

  @Int({
    description: 'Quantity from which that price holds; null when none chose it.',
    nullable: true,
    access: 'slow',
  })
  tierThreshold?: number | null;

  @Text({
    description: 'The formula that yielded the price; null for a fixed one (PRD-71).',
    nullable: true,
    max: 4000,
  })
  formula?: string | null;
}
