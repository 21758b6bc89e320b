import {
  describeEnum,
  EnumOf,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';

export enum ChargeType {
  ONE_TIME = 'ONE_TIME',
  PERIODIC = 'PERIODIC',
  USAGE = 'USAGE',
}

describeEnum(ChargeType, 'ChargeType', 'Class of a charge (PRD-61).', {
  ONE_TIME: 'Charged once, such as an installation fee.',
  PERIODIC: 'Charged for each period of use.',
  USAGE: 'Charged by the amount of use.',
});

export enum ChargePeriod {
  DAY = 'DAY',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}

describeEnum(ChargePeriod, 'ChargePeriod', 'Period of a periodic charge.', {
  DAY: 'A calendar day.',
  MONTH: 'A calendar month.',
  QUARTER: 'Three calendar months.',
  YEAR: 'A calendar year.',
});

export enum TariffPlanStatus {
  DRAFT = 'DRAFT',
  APPROVED = 'APPROVED',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  INDIVIDUAL = 'INDIVIDUAL',
  EXPIRED = 'EXPIRED',
}

describeEnum(TariffPlanStatus, 'TariffPlanStatus', 'State of a tariff plan (PRD-82).', {
  DRAFT: 'Being composed, or waiting for its approval, of whose steps the last one is to come.',
  APPROVED: 'Approved, not yet sold.',
  ACTIVE: 'May be chosen.',
  SUSPENDED: 'May not be chosen for a time.',
  INDIVIDUAL: 'Contracted for one customer, who alone sees it and buys under it (PRD-118).',
  EXPIRED: 'No longer chosen; instances that have it keep it.',
});

@Noun({
  tag: 'tp',
  description:
    'A tariff plan: a set of tariff rules under one name and one main price (PRD-78, TMF620 ProductOfferingPrice).',
})
export class TariffPlan extends Node {
  @Text({ description: 'Code unique among tariff plans, such as `TP_INTERNET_FIBER_CNY`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => ChargeType, { description: 'Class of the main price.' })
  type!: ChargeType;

  @EnumOf(() => TariffPlanStatus, { description: 'State of the plan (PRD-82).', access: 'btree' })
  status!: TariffPlanStatus;

  @Value(() => Money, {
    description:
      'Main price: once for ONE_TIME, per `period` for PERIODIC, the base fee (often 0) for USAGE; rules add to it.',
  })
  price!: Money;

  @EnumOf(() => ChargePeriod, { description: 'Period of a PERIODIC price; null otherwise.', nullable: true })
  period?: ChargePeriod | null;

  @Value(() => TimePeriod, { description: 'When the plan may be chosen (PRD-80).' })
  validity!: TimePeriod;

  @Text({
    description:
      'What the plan is based on, such as the number of an approval document or an internal notice (PRD-85).',
    nullable: true,
  })
  basis?: string | null;

  @Text({
    description:
      'Condition in FEEL over the content of an order, such as a lucky number, under which the plan is chosen for a line before the default (PRD-83); null when it is chosen otherwise.',
    nullable: true,
    max: 2000,
  })
  condition?: string | null = null;

  @Text({ description: 'Who configured it: the subject of the caller (PRD-85).', nullable: true, max: 100 })
  configuredBy?: string | null = null;

  @EnumOf(() => MaintenanceLevel, {
    description:
      'Level whose managers, and no others, change it: the one at which it was written. Null for one of before levels were kept: it is whose the first offering is that it prices (PRD-09, PRD-46).',
    nullable: true,
  })
  level?: MaintenanceLevel | null = null;

  @One(() => Region, {
    description: 'Province or local network that maintains it; null for the headquarters (PRD-09, PRD-46).',
    nullable: true,
    inverse: 'ownedTariffPlans',
    inverseDescription: 'Tariff plans that the province or local network maintains.',
  })
  owner?: Region | null = null;

  @One(() => TariffPlan, {
    description: 'Plan of which this one was made as a copy; null for others, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'copies',
    inverseDescription: 'Plans made as a copy of this one.',
  })
  clonedFrom?: TariffPlan | null = null;

  @Int({
    description:
      'Number of the version in force, from 1: each change of its parts, name, condition, validity or basis since it is approved is one more, see `versions` (PRD-78, PRD-85).',
    access: 'slow',
  })
  versionNumber: number = 1;
}
