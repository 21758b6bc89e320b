import {
  Bool,
  Characteristics,
  describeEnum,
  DecimalNumber,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Offering } from './offering.js';
import { Product } from './product.js';

export enum LifecycleControl {
  NONE = 'NONE',
  ABSOLUTE_TIME = 'ABSOLUTE_TIME',
  RELATIVE_TIME = 'RELATIVE_TIME',
  SPEND_AMOUNT = 'SPEND_AMOUNT',
}

describeEnum(LifecycleControl, 'LifecycleControl', 'How long a bundled product must be kept (PRD-38).', {
  NONE: 'As the customer likes.',
  ABSOLUTE_TIME: 'Until a given moment.',
  RELATIVE_TIME: 'For a number of months of use.',
  SPEND_AMOUNT: 'Until a given amount has been spent.',
});

export enum BreachAction {
  FORBID = 'FORBID',
  PENALTY = 'PENALTY',
  REPLACE_PLAN = 'REPLACE_PLAN',
}

describeEnum(BreachAction, 'BreachAction', 'What follows when a bundled product is given up too early (PRD-39).', {
  FORBID: 'It is refused.',
  PENALTY: 'A penalty is paid before it continues.',
  REPLACE_PLAN: 'Benefits end and the standard tariff holds.',
});

@UniqueTogether(['offering', 'product'])
@Noun({
  tag: 'ok',
  root: false,
  description:
    'A product bundled in an offering, with quantities, fixed attribute values and how long it is kept (PRD-33, PRD-37, PRD-38).',
})
export class OfferingComponent extends Node {
  @One(() => Offering, {
    description: 'Offering that contains the product.',
    inverse: 'components',
    inverseDescription: 'Products bundled in the offering (PRD-33).',
  })
  offering!: Offering;

  @One(() => Product, {
    description: 'The bundled product.',
    inverse: 'offeringComponents',
    inverseDescription: 'Offerings that contain the product.',
  })
  product!: Product;

  @Int({ description: 'Smallest number of pieces; 0 when the customer may do without it.' })
  minQuantity!: number;

  @Int({ description: 'Largest number of pieces.' })
  maxQuantity!: number;

  @Int({ description: 'Pieces that order entry proposes.' })
  defaultQuantity!: number;

  @Bool({ description: 'Whether the customer must take it; then `minQuantity` is at least 1.' })
  required!: boolean;

  @Characteristics({ description: 'Attribute values that the offering fixes, such as the bandwidth (PRD-37).' })
  fixedValues: Record<string, unknown> = {};

  @EnumOf(() => LifecycleControl, { description: 'How long the product must be kept (PRD-38).' })
  lifecycleControl: LifecycleControl = LifecycleControl.NONE;

  @Instant({ description: 'End of the commitment for ABSOLUTE_TIME.', nullable: true })
  keepUntil?: Date | null;

  @Int({ description: 'Months of use for RELATIVE_TIME.', nullable: true })
  keepMonths?: number | null;

  @DecimalNumber({ description: 'Amount for SPEND_AMOUNT, in the currency of the tariff plan.', nullable: true })
  keepUntilSpent?: string | null;

  @EnumOf(() => BreachAction, {
    description: 'What follows a breach; null without a control (PRD-39).',
    nullable: true,
  })
  breachAction?: BreachAction | null;

  @Text({ description: 'Shown at order entry when the control is touched (PRD-40).', nullable: true, max: 1000 })
  breachPrompt?: string | null;
}
