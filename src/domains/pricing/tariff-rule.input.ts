import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import {
  ChargePeriod,
  ChargeType,
  CustomerServiceType,
  EquivalentKind,
  MaintenanceLevel,
  Product,
  TariffRule,
} from '../catalogue/index.js';
import { Region } from '../region/index.js';
import { CartAttributeInput } from './cart-price.input.js';
import { TierBasis } from './tariff-tier.js';

@Input('A price from a quantity on (PRD-76).')
export class TariffTierInput {
  @EnumInput(() => TierBasis, { description: 'What is counted.' })
  basis!: TierBasis;

  @IntInput({ description: 'Quantity from which it holds; each basis has a threshold once.', min: 1, max: 1_000_000 })
  threshold!: number;

  @DecimalInput({ description: 'Value per piece; 0 waives it.', min: '0', max: '1000000000' })
  value!: string;
}

@Input(
  'A tariff rule to be written anew, from another one, or changed: of an existing rule or an original, fields that are left out stay as they are and null empties them.',
)
export class TariffRuleSaveInput {
  @IdInput(() => TariffRule, { description: 'The rule to be changed; left out for a new one.', optional: true })
  tariffRuleId?: string | null;

  @IdInput(() => TariffRule, {
    description: 'For a new rule: the original that it begins as a copy of, tiers included (PRD-70).',
    optional: true,
  })
  cloneOfId?: string | null;

  @TextInput({ description: 'Code unique among rules; needed for a new one, never changed.', optional: true, max: 60 })
  code?: string | null;

  @TextInput({ description: 'Name, such as an entry on the bill.', optional: true })
  name?: string | null;

  @EnumInput(() => ChargeType, { description: 'Class of charge (PRD-61).', optional: true })
  type?: ChargeType | null;

  @EnumInput(() => EquivalentKind, {
    description: 'What it is counted in; MONEY when left out (PRD-67).',
    optional: true,
  })
  equivalent?: EquivalentKind | null;

  @DecimalInput({
    description: 'Fixed value per piece or unit; exactly one of this and `formula`.',
    optional: true,
    min: '0',
    max: '1000000000',
  })
  value?: string | null;

  @TextInput({
    description:
      'Formula in FEEL over `customer`, `line`, `order`, `seller`, `channel`, `regions` and `moment` (PRD-71); what falls below 0 is charged as 0: credits are discounts.',
    optional: true,
    max: 2000,
  })
  formula?: string | null;

  @TextInput({ description: 'Currency, ISO 4217; for MONEY only.', optional: true, max: 3 })
  currency?: string | null;

  @TextInput({
    description: 'Unit that is charged for, such as `min`; needed for USAGE and TRAFFIC.',
    optional: true,
    max: 20,
  })
  unit?: string | null;

  @EnumInput(() => ChargePeriod, { description: 'Period; for PERIODIC only.', optional: true })
  period?: ChargePeriod | null;

  @EnumInput(() => CustomerServiceType, {
    description: 'Customer service that a ONE_TIME fee is due for; any when empty (PRD-73).',
    optional: true,
  })
  service?: CustomerServiceType | null;

  @TextInput({ description: 'Code of the fee; see `TariffRule.feeItem`.', optional: true, max: 60 })
  feeItem?: string | null;

  @IdInput(() => Product, { description: 'Product whose standard price it is (PRD-62).', optional: true })
  productId?: string | null;

  @ListInput(() => CartAttributeInput, {
    description: 'Attribute values that a line must carry; of a list of values any one (PRD-74).',
    optional: true,
    max: 20,
  })
  attributeValues?: CartAttributeInput[] | null;

  @TextInput({ description: 'Condition in FEEL, over the same as `formula`.', optional: true, max: 2000 })
  condition?: string | null;

  @TextListInput({ description: 'Months of the year, `1` to `12` (PRD-66).', optional: true, max: 12, maxText: 2 })
  months?: string[] | null;

  @TextListInput({ description: 'Days of the month, `1` to `31`.', optional: true, max: 31, maxText: 2 })
  monthDays?: string[] | null;

  @TextListInput({ description: 'Days of the week, `1` (Monday) to `7`.', optional: true, max: 7, maxText: 1 })
  weekDays?: string[] | null;

  @IntInput({
    description: 'Months after the service opens from which it is charged.',
    optional: true,
    min: 1,
    max: 120,
  })
  afterMonths?: number | null;

  @IntInput({ description: 'For how many months it is charged.', optional: true, min: 1, max: 120 })
  forMonths?: number | null;

  @InstantInput({ description: 'First moment in which it holds; now for a new one (PRD-65).', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment in which it holds no more; open when empty.', optional: true })
  validTo?: string | null;

  @ListInput(() => TariffTierInput, {
    description: 'Prices by quantity; they replace all former ones.',
    optional: true,
    max: 50,
  })
  tiers?: TariffTierInput[] | null;

  @EnumInput(() => MaintenanceLevel, {
    description: "Level that will maintain a new rule, the caller's own; needed only by who works for several.",
    optional: true,
  })
  level?: MaintenanceLevel | null;

  @IdInput(() => Region, {
    description: "Province or local network that will own a new rule; the caller's only one of the level when absent.",
    optional: true,
  })
  ownerId?: string | null;

  @BoolInput({
    description:
      'True: from the change on, what was sold before is charged by the rule as it then is, with all earlier changes of it; CONTRADICTORY for a new rule. False when left out: what was sold, and what is ordered already, goes on by the version of then until its plan is changed (PRD-72).',
    optional: true,
  })
  appliesToExisting?: boolean | null;

  @TextInput({ description: 'Why it is changed; kept with the version (PRD-72).', optional: true, max: 500 })
  reason?: string | null;
}
