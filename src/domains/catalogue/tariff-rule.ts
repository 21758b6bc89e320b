import {
  Characteristics,
  DecimalNumber,
  describeEnum,
  EnumOf,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { Product } from './product.js';
import { CustomerServiceType } from './service-type.js';
import { ChargePeriod, ChargeType } from './tariff-plan.js';

/** What a tariff rule is counted in; money is only one of the equivalents (MOD-83). */
export enum EquivalentKind {
  MONEY = 'MONEY',
  POINTS = 'POINTS',
  TRAFFIC = 'TRAFFIC',
}

describeEnum(EquivalentKind, 'EquivalentKind', 'What a value is counted in (MOD-83, PRD-67).', {
  MONEY: 'Money, in the unit of the currency.',
  POINTS: 'Points of the loyalty programme.',
  TRAFFIC: 'An allowance of use, in the unit given.',
});

@Noun({
  tag: 'tr',
  description: 'One rule of charging: a value per unit, or a formula, for a class of charge (PRD-71).',
})
export class TariffRule extends Node {
  @Text({ description: 'Code unique among tariff rules.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator, such as an entry on the bill.', access: 'search' })
  name!: string;

  @EnumOf(() => ChargeType, { description: 'Class of charge.' })
  type!: ChargeType;

  @EnumOf(() => EquivalentKind, { description: 'What the value is counted in (PRD-67).' })
  equivalent!: EquivalentKind;

  @DecimalNumber({ description: 'Value per unit; null when a formula gives it.', nullable: true })
  value?: string | null;

  @Text({
    description: 'Currency of the value, ISO 4217, when it is money; null otherwise.',
    nullable: true,
    max: 3,
    access: 'slow',
  })
  currency?: string | null;

  @Text({
    description: 'Unit that the value is charged for, such as `min` or `MB`; null for one piece.',
    nullable: true,
    max: 20,
  })
  unit?: string | null;

  @EnumOf(() => ChargePeriod, { description: 'Period of a PERIODIC charge; null otherwise.', nullable: true })
  period?: ChargePeriod | null;

  @Text({
    description:
      'Formula in FEEL over the facts of the charge, instead of a fixed value (PRD-71); below 0 it charges 0.',
    nullable: true,
    max: 2000,
  })
  formula?: string | null;

  @EnumOf(() => CustomerServiceType, {
    description: 'Customer service for which a ONE_TIME fee is due; null for any (PRD-73).',
    nullable: true,
  })
  service?: CustomerServiceType | null;

  @Value(() => TimePeriod, { description: 'When the rule holds (PRD-65).' })
  validity!: TimePeriod;

  @Text({
    description:
      'Code of the fee that it prices, such as `HANDLING` or `INSTALLATION`: of the rules of one fee, a line pays the one of its plans before the standard one of a product, and of those the one that fits most attribute values (PRD-73, PRD-74). Null: a fee of its own.',
    nullable: true,
    max: 60,
  })
  feeItem?: string | null = null;

  @One(() => Product, {
    description:
      'Product whose standard price the rule is, for every offering that contains it, unless a plan prices the same fee; null for rules of plans (PRD-62, PRD-64).',
    nullable: true,
    inverse: 'standardTariffs',
    inverseDescription: 'Standard prices of the customer services of the product (PRD-62).',
  })
  product?: Product | null = null;

  @Characteristics({
    description: 'Attribute values that a line must carry for the rule to hold, such as the medium (PRD-74).',
  })
  attributeValues: Record<string, unknown> = {};

  @Text({
    description: 'Condition in FEEL over customer, line, order and date, under which the rule holds; null for always.',
    nullable: true,
    max: 2000,
  })
  condition?: string | null = null;

  @TextList({
    description: 'Months of the year in which it holds, `1` to `12`; null for all (PRD-66).',
    nullable: true,
  })
  months?: string[] | null = null;

  @TextList({ description: 'Days of the month on which it holds, `1` to `31`; null for all (PRD-66).', nullable: true })
  monthDays?: string[] | null = null;

  @TextList({
    description: 'Days of the week on which it holds, `1` (Monday) to `7`; null for all (PRD-66).',
    nullable: true,
  })
  weekDays?: string[] | null = null;

  @Int({
    description: 'Months after the service opens from which it is charged; null from the beginning (PRD-66).',
    nullable: true,
  })
  afterMonths?: number | null = null;

  @Int({ description: 'For how many months it is charged; null without end (PRD-66).', nullable: true })
  forMonths?: number | null = null;

  @EnumOf(() => MaintenanceLevel, {
    description:
      'Level whose managers, and no others, change it: the one at which it was written. Null for one of before levels were kept: it is whose the first offering is that it prices (PRD-09, PRD-46).',
    nullable: true,
  })
  level?: MaintenanceLevel | null = null;

  @One(() => Region, {
    description: 'Province or local network that maintains it; null for the headquarters (PRD-09, PRD-46).',
    nullable: true,
    inverse: 'ownedTariffRules',
    inverseDescription: 'Tariff rules that the province or local network maintains.',
  })
  owner?: Region | null = null;

  @Int({
    description: 'Number of the version in force, from 1; each change makes one more, see `versions` (PRD-72).',
    access: 'slow',
  })
  versionNumber: number = 1;
}
