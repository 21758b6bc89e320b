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
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { LifecycleControlKind } from './lifecycle-control-kind.js';
import { Offering } from './offering.js';
import { Product } from './product.js';
import { CustomerServiceType } from './service-type.js';
import { TariffPlan } from './tariff-plan.js';

export enum LifecycleControl {
  NONE = 'NONE',
  ABSOLUTE_TIME = 'ABSOLUTE_TIME',
  RELATIVE_TIME = 'RELATIVE_TIME',
  SPEND_AMOUNT = 'SPEND_AMOUNT',
  OTHER = 'OTHER',
}

describeEnum(LifecycleControl, 'LifecycleControl', 'How long a bundled product must be kept (PRD-38).', {
  NONE: 'As the customer likes.',
  ABSOLUTE_TIME: 'Until a given moment.',
  RELATIVE_TIME: 'For a number of months of use.',
  SPEND_AMOUNT: 'Until a given amount has been spent.',
  OTHER: 'As a kind says that the operator wrote, `controlKind`.',
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

  @One(() => LifecycleControlKind, {
    description: 'Kind of control for OTHER; null otherwise.',
    nullable: true,
    inverse: 'components',
    inverseDescription: 'Bundled products that are controlled so.',
  })
  controlKind?: LifecycleControlKind | null = null;

  @TextList({ description: 'Values that the kind of control reads, for OTHER.' })
  controlValues: string[] = [];

  @TextList({
    description: 'Customer services that breach the control, such as `REMOVE`; see `CustomerServiceType` (PRD-38).',
  })
  guardedServices: string[] = [CustomerServiceType.REMOVE];

  @Text({
    description:
      'Formula of the penalty in FEEL over `held`, `moment`, `monthsShort` and `amountShort`, in the currency of the tariff plan; null for the price of the months short, or the amount short (PRD-39).',
    nullable: true,
    max: 2000,
  })
  penaltyFormula?: string | null = null;

  @One(() => TariffPlan, {
    description: 'Plan that holds after a breach, for REPLACE_PLAN; null for the default of the offering (PRD-39).',
    nullable: true,
    hideable: true,
  })
  replacementPlan?: TariffPlan | null = null;

  @EnumOf(() => BreachAction, {
    description: 'What follows a breach; null without a control (PRD-39).',
    nullable: true,
  })
  breachAction?: BreachAction | null;

  @Text({ description: 'Shown at order entry when the control is touched (PRD-40).', nullable: true, max: 1000 })
  breachPrompt?: string | null;
}
