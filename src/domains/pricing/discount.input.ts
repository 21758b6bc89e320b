import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  IntInput,
  TextInput,
} from '../../kernel/model/index.js';
import { ChargeType, CustomerServiceType, Offering } from '../catalogue/index.js';
import { Position } from '../organisation/index.js';
import { DiscountRelationKind } from './discount-relation.js';
import { Discount, DiscountBasis, DiscountKind, DiscountScope } from './discount.js';

@Input(
  'A discount to be written or changed: fields of an existing one that are left out stay as they are, null empties them.',
)
export class DiscountSaveInput {
  @IdInput(() => Discount, { description: 'The discount to be changed; left out for a new one.', optional: true })
  discountId?: string | null;

  @IntInput({
    description: 'Version that you have seen; refused with VERSION_CONFLICT when it is another one now.',
    optional: true,
    min: 1,
  })
  expectedVersion?: number | null;

  @TextInput({
    description: 'Code unique among discounts; needed for a new one, never changed.',
    optional: true,
    max: 60,
  })
  code?: string | null;

  @TextInput({ description: 'Name; needed for a new one.', optional: true })
  name?: string | null;

  @EnumInput(() => DiscountKind, { description: 'What it gives; needed for a new one.', optional: true })
  kind?: DiscountKind | null;

  @EnumInput(() => DiscountScope, { description: 'Where it applies; OFFERING when left out.', optional: true })
  scope?: DiscountScope | null;

  @EnumInput(() => ChargeType, {
    description: 'Class of charges that it lowers, of those due from the start; ONE_TIME when left out.',
    optional: true,
  })
  chargeType?: ChargeType | null;

  @TextInput({ description: 'Code of the one fee that it lowers; needed for WAIVE.', optional: true, max: 60 })
  feeItem?: string | null;

  @DecimalInput({ description: 'How much; see `Discount.value`.', optional: true, min: '0', max: '1000000000' })
  value?: string | null;

  @TextInput({ description: 'Formula in FEEL over what tariffs may read, and `amount`.', optional: true, max: 2000 })
  formula?: string | null;

  @TextInput({ description: 'Currency; for AMOUNT and TOTAL only.', optional: true, max: 3 })
  currency?: string | null;

  @TextInput({ description: 'What is given; for GIFT only.', optional: true })
  gift?: string | null;

  @EnumInput(() => CustomerServiceType, {
    description: 'Customer service to which it applies; any when empty.',
    optional: true,
  })
  service?: CustomerServiceType | null;

  @TextInput({
    description: 'Condition in FEEL over `customer`, `line`, `order`, `seller`, `channel`, `regions` and `moment`.',
    optional: true,
    max: 2000,
  })
  condition?: string | null;

  @EnumInput(() => DiscountBasis, { description: 'What must reach the threshold.', optional: true })
  basis?: DiscountBasis | null;

  @DecimalInput({ description: 'The threshold; needed with `basis`.', optional: true, min: '0', max: '1000000000' })
  threshold?: string | null;

  @TextInput({ description: 'Code of the ladder of which it is a step; needs `basis`.', optional: true, max: 60 })
  ladder?: string | null;

  @BoolInput({ description: 'Whether it may apply together with others; true when left out.', optional: true })
  combinable?: boolean | null;

  @IntInput({ description: 'Smaller ones are granted first; 100 when left out.', optional: true, min: 0, max: 10_000 })
  priority?: number | null;

  @InstantInput({ description: 'First moment in which it is granted; now for a new one.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment in which it is granted no more; null for open.', optional: true })
  validTo?: string | null;

  @IdListInput(() => Offering, {
    description: 'Offerings to whose lines it applies, for scope OFFERING; they replace all former ones.',
    optional: true,
    min: 0,
    max: 1000,
  })
  offeringIds?: string[] | null;
}

@Input('A relation between two discounts.')
export class DiscountRelateInput {
  @IdInput(() => Discount, { description: 'Discount that the relation starts from.' })
  fromId!: string;

  @IdInput(() => Discount, { description: 'Discount that it points to.' })
  toId!: string;

  @EnumInput(() => DiscountRelationKind, { description: 'Meaning.' })
  kind!: DiscountRelationKind;

  @BoolInput({ description: 'True: the relation is taken away.', optional: true })
  remove?: boolean | null;
}

@Input('How much holders of a position may take off by themselves (PRD-69).')
export class StaffDiscountRangeSaveInput {
  @IdInput(() => Position, { description: 'The position.' })
  positionId!: string;

  @IdInput(() => Offering, { description: 'The offering; all others when left out.', optional: true })
  offeringId?: string | null;

  @DecimalInput({
    description: 'Smallest discount in per cent; 0 when left out.',
    optional: true,
    min: '0',
    max: '100',
  })
  minPercent?: string | null;

  @DecimalInput({ description: 'Largest discount in per cent; not below the smallest.', min: '0', max: '100' })
  maxPercent!: string;
}
