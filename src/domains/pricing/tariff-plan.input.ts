import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  TextInput,
} from '../../kernel/model/index.js';
import { MaintenanceLevel, Offering, TariffPlan, TariffPlanMemberInput } from '../catalogue/index.js';
import { Region } from '../region/index.js';
import { TariffPlanRelationKind } from './tariff-plan-relation.js';

@Input('What a tariff plan is made of; the parts replace all former ones.')
export class TariffPlanComposeInput {
  @IdInput(() => TariffPlan, { description: 'The plan.' })
  tariffPlanId!: string;

  @ListInput(() => TariffPlanMemberInput, { description: 'Its parts.', max: 200 })
  members!: TariffPlanMemberInput[];

  @BoolInput({
    description:
      'True: from the change on, what was sold with the plan before is charged by its new parts too. False when left out: what was sold, and what is ordered already, keeps the parts of then until its plan is changed (PRD-78).',
    optional: true,
  })
  appliesToExisting?: boolean | null;

  @TextInput({ description: 'Why, for the history.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('Changes of a tariff plan; fields that are left out stay as they are, null empties them.')
export class TariffPlanChangeInput {
  @IdInput(() => TariffPlan, { description: 'The plan.' })
  tariffPlanId!: string;

  @TextInput({ description: 'Name.', optional: true })
  name?: string | null;

  @TextInput({
    description:
      'Condition in FEEL over `customer`, `line`, `order`, `seller`, `channel`, `regions` and `moment`; see `TariffPlan.condition` (PRD-83).',
    optional: true,
    max: 2000,
  })
  condition?: string | null;

  @InstantInput({ description: 'First moment in which it may be chosen (PRD-80).', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment in which it may not be chosen any more; null for open.', optional: true })
  validTo?: string | null;

  @TextInput({
    description: 'What it is based on, such as the number of an approval document (PRD-85).',
    optional: true,
  })
  basis?: string | null;

  @TextInput({ description: 'Why, for the history.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A copy of a tariff plan of which the caller is the owner (PRD-70, PRD-78).')
export class TariffPlanCloneInput {
  @IdInput(() => TariffPlan, { description: 'The original, of whatever owner; it stays as it is.' })
  tariffPlanId!: string;

  @TextInput({
    description: 'Code of the copy, unique among tariff plans; copies of its parts are numbered after it.',
    max: 50,
  })
  code!: string;

  @TextInput({ description: 'Name; that of the original when absent.', optional: true })
  name?: string | null;

  @EnumInput(() => MaintenanceLevel, {
    description: "Level that will maintain the copy, the caller's own; needed only by who works for several.",
    optional: true,
  })
  level?: MaintenanceLevel | null;

  @IdInput(() => Region, {
    description: "Province or local network that will own the copy; the caller's only one of the level when absent.",
    optional: true,
  })
  ownerId?: string | null;

  @TextInput({ description: 'Why, for the history.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A relation between two tariff plans (PRD-84, PRD-89).')
export class TariffPlanRelateInput {
  @IdInput(() => TariffPlan, { description: 'Plan that the relation starts from.' })
  fromId!: string;

  @IdInput(() => TariffPlan, { description: 'Plan that it points to.' })
  toId!: string;

  @EnumInput(() => TariffPlanRelationKind, { description: 'Meaning.' })
  kind!: TariffPlanRelationKind;

  @IdInput(() => Offering, { description: 'Offering within which it holds; everywhere when left out.', optional: true })
  offeringId?: string | null;

  @BoolInput({ description: 'True: the relation is taken away.', optional: true })
  remove?: boolean | null;
}

@Input('How an offering may be sold with a tariff plan; fields that are left out stay as they are (PRD-86 to PRD-90).')
export class OfferingTariffSaveInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @IdInput(() => TariffPlan, { description: 'The plan.' })
  tariffPlanId!: string;

  @BoolInput({ description: 'Whether it is preselected; at most one plan per currency.', optional: true })
  isDefault?: boolean | null;

  @BoolInput({ description: 'Whether every instance must have it.', optional: true })
  required?: boolean | null;

  @IntInput({ description: 'Order among plans whose conditions hold; null last.', optional: true, min: 0, max: 10_000 })
  priority?: number | null;

  @InstantInput({ description: 'First moment of the link; now for a new one (PRD-90).', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment after it; null for open.', optional: true })
  validTo?: string | null;
}
