import {
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  ListInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { TariffPlanMemberInput } from './tariff-plan-member.input.js';
import { TariffPlanAction } from './tariff-plan.lifecycle.js';
import { ChargePeriod, ChargeType, TariffPlan } from './tariff-plan.js';

@Input('A new tariff plan with its main price (PRD-78).')
export class TariffPlanCreateInput {
  @TextInput({ description: 'Code unique among tariff plans.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @EnumInput(() => ChargeType, { description: 'Class of the main price.' })
  type!: ChargeType;

  @DecimalInput({
    description: 'Main price, 0 or more, in whole coins: refused with TOO_PRECISE otherwise; see `TariffPlan.price`.',
    min: '0',
    max: '1000000000',
  })
  amount!: string;

  @TextInput({ description: 'Currency of the price, ISO 4217: three capital letters.', max: 3 })
  currency!: string;

  @EnumInput(() => ChargePeriod, {
    description: 'Period; needed for PERIODIC, refused for other types.',
    optional: true,
  })
  period?: ChargePeriod | null;

  @InstantInput({ description: 'First moment in which it may be chosen; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({
    description: 'First moment in which it may not be chosen any more; open when absent.',
    optional: true,
  })
  validTo?: string | null;

  @TextInput({
    description: 'What it is based on, such as the number of an approval document (PRD-85).',
    optional: true,
  })
  basis?: string | null;

  @TextInput({
    description:
      'Condition in FEEL over `customer`, `line`, `order`, `seller`, `channel`, `regions` and `moment`; see `TariffPlan.condition` (PRD-83).',
    optional: true,
    max: 2000,
  })
  condition?: string | null;

  @ListInput(() => TariffPlanMemberInput, {
    description: 'What it is made of besides its main price; nothing when absent (PRD-78, PRD-81).',
    optional: true,
    max: 200,
  })
  members?: TariffPlanMemberInput[] | null;

  @EnumInput(() => MaintenanceLevel, {
    description: "Level that will maintain it, the caller's own; needed only by who works for several.",
    optional: true,
  })
  level?: MaintenanceLevel | null;

  @IdInput(() => Region, {
    description: "Province or local network that will own it; the caller's only one of the level when absent.",
    optional: true,
  })
  ownerId?: string | null;
}

@Input('A step of a tariff plan from one state to another (PRD-82).')
export class TariffPlanStatusChangeInput {
  @IdInput(() => TariffPlan, { description: 'The plan.' })
  tariffPlanId!: string;

  @EnumInput(() => TariffPlanAction, { description: 'The step.' })
  action!: TariffPlanAction;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}
