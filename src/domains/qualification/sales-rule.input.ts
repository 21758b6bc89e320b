import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  IntInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { SalesRuleKind, SalesRuleStage } from './sales-rule-kind.js';

@Input(
  'A kind of rules of sale to be written or changed: fields of an existing one that are left out stay as they are (PRD-43).',
)
export class SalesRuleKindSaveInput {
  @IdInput(() => SalesRuleKind, { description: 'The kind to be changed; left out for a new one.', optional: true })
  salesRuleKindId?: string | null;

  @IntInput({
    description: 'Version that you have seen; refused with VERSION_CONFLICT when it is another one now.',
    optional: true,
    min: 1,
  })
  expectedVersion?: number | null;

  @TextInput({ description: 'Code unique among kinds; needed for a new one, never changed.', optional: true, max: 60 })
  code?: string | null;

  @TextInput({ description: 'Name; needed for a new one.', optional: true })
  name?: string | null;

  @EnumInput(() => SalesRuleStage, { description: 'What it looks at; needed for a new one.', optional: true })
  stage?: SalesRuleStage | null;

  @TextInput({
    description:
      'Condition in FEEL over `customer`, `seller`, `channel`, `regions`, `moment` and `values`; needed for a new one.',
    optional: true,
    max: 2000,
  })
  condition?: string | null;

  @TextInput({
    description: 'What to tell when it does not hold, with `{values}`; needed for a new one.',
    optional: true,
    max: 500,
  })
  message?: string | null;

  @IntInput({ description: 'Fewest values of a rule; 1 when left out.', optional: true, min: 0, max: 500 })
  minValues?: number | null;

  @IntInput({
    description: 'Most values of a rule, not below the fewest; 100 when left out.',
    optional: true,
    min: 0,
    max: 500,
  })
  maxValues?: number | null;

  @BoolInput({ description: 'Whether new rules may be of this kind; true when left out.', optional: true })
  active?: boolean | null;
}

@Input('A rule of sale: exactly one of `kindId`, `condition`, `all` and `any` (PRD-43).')
export class SalesRuleInput {
  @IdInput(() => SalesRuleKind, { description: 'Kind, an active one.', optional: true })
  kindId?: string | null;

  @TextListInput({
    description:
      'Values for the kind, as many as it takes; codes of regions for the stage AREA, of sales channels or active partners for the kind SALES_CHANNEL. Refused with BAD_VALUE where the condition of the kind reads a number or asks for the type, service level or gender of the customer, or for a choice of its attributes, and it is none; with NOT_FOUND for unknown staff numbers, positions, units, segments, groups, campaigns and their lists, customers, sub-types, attributes of customers, offerings, plans and products. What its rules name already stays.',
    optional: true,
    max: 500,
  })
  values?: string[] | null;

  @TextInput({
    description: 'Condition in FEEL over `customer`, `seller`, `channel`, `regions` and `moment`.',
    optional: true,
    max: 2000,
  })
  condition?: string | null;

  @ListInput(() => SalesRuleInput, { description: 'Parts that must all hold.', optional: true, min: 1, max: 50 })
  all?: SalesRuleInput[] | null;

  @ListInput(() => SalesRuleInput, { description: 'Parts of which one must hold.', optional: true, min: 1, max: 50 })
  any?: SalesRuleInput[] | null;

  @BoolInput({
    description:
      'True: it holds where what it says does not; nowhere when that cannot be told, as of an age that nobody knows. False when left out.',
    optional: true,
  })
  negate?: boolean | null;

  @TextInput({
    description: 'What to tell when it does not hold; the text of the kind when left out.',
    optional: true,
    max: 500,
  })
  message?: string | null;
}

@Input('The rules of sale of an offering from now on; they replace all former ones (PRD-43).')
export class OfferingSalesRulesSaveInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @ListInput(() => SalesRuleInput, {
    description: 'Rules that must all hold; none for an offering that is for everybody. Groups nest five levels deep.',
    max: 50,
  })
  rules!: SalesRuleInput[];

  @TextInput({ description: 'Why; kept with the version.', optional: true, max: 500 })
  reason?: string | null;
}
