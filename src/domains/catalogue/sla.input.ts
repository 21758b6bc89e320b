import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Product } from './product.js';
import { SlaCandidateAction } from './sla-candidate.lifecycle.js';
import { IndicatorClass, IndicatorDirection, IndicatorValueKind } from './indicator-traits.js';
import { SlaCandidate } from './sla-candidate.js';
import { SlaIndicator } from './sla-indicator.js';
import { SlaTemplate } from './sla-template.js';

@Input('What an indicator is called and measures.')
class IndicatorTraitsInput {
  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @EnumInput(() => IndicatorClass, { description: 'What it measures.' })
  indicatorClass!: IndicatorClass;

  @EnumInput(() => IndicatorDirection, { description: 'Which values are good.' })
  direction!: IndicatorDirection;
}

@Input('A standard indicator, new or changed (PRD-22).')
export class SlaIndicatorSaveInput extends IndicatorTraitsInput {
  @IdInput(() => SlaIndicator, { description: 'The indicator to change; a new one when absent.', optional: true })
  indicatorId?: string | null;

  @TextInput({ description: 'Code unique among indicators, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Unit of its values; fixed once a template uses it.', max: 20 })
  unit!: string;

  @EnumInput(() => IndicatorValueKind, { description: 'How its values are limited; fixed once a template uses it.' })
  valueKind!: IndicatorValueKind;

  @BoolInput({ description: 'False takes it out of use for new templates; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('A cost for a band of values of an indicator (PRD-24).')
export class SlaCostBandInput {
  @DecimalInput({ description: 'Lowest value of the band, inside the range.' })
  from!: string;

  @DecimalInput({ description: 'Highest value of the band, inside the range and not below `from`.' })
  to!: string;

  @ObjectInput(() => MoneyInput, { description: 'Cost of one instance in one month; not negative.' })
  cost!: MoneyInput;
}

@Input('One of the values of a DISCRETE indicator (PRD-23).')
export class SlaAllowedValueInput {
  @DecimalInput({ description: 'The value, in the unit of the indicator.' })
  value!: string;
}

@Input('An indicator of a template with the range in which a product can be promised (PRD-23).')
export class SlaTemplateItemInput {
  @IdInput(() => SlaIndicator, { description: 'The indicator; each stands in a template once.' })
  indicatorId!: string;

  @DecimalInput({ description: 'Smallest value, for a CONTINUOUS indicator; it needs this or `max`.', optional: true })
  min?: string | null;

  @DecimalInput({ description: 'Largest value, for a CONTINUOUS indicator; not below `min`.', optional: true })
  max?: string | null;

  @ListInput(() => SlaAllowedValueInput, {
    description: 'The values, for a DISCRETE indicator.',
    optional: true,
    max: 100,
  })
  allowedValues?: SlaAllowedValueInput[] | null;

  @ListInput(() => SlaCostBandInput, { description: 'Costs by band; bands do not overlap.', optional: true, max: 50 })
  costBands?: SlaCostBandInput[] | null;
}

@Input('An SLA template of a product, new or changed (PRD-25).')
export class SlaTemplateSaveInput {
  @IdInput(() => SlaTemplate, { description: 'The template to change; a new one when absent.', optional: true })
  templateId?: string | null;

  @IdInput(() => Product, { description: 'The product; never another one later.' })
  productId!: string;

  @TextInput({ description: 'Code unique among templates.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @InstantInput({
    description: 'First moment in which it is not used for new offerings any more; open when absent.',
    optional: true,
  })
  validTo?: string | null;

  @ListInput(() => SlaTemplateItemInput, {
    description: 'All indicators of the template; what is not named leaves it, unless an offering promises it.',
    min: 1,
    max: 50,
  })
  items!: SlaTemplateItemInput[];
}

@Input('An indicator of a contract, proposed as a standard one (PRD-119).')
export class SlaIndicatorProposeInput extends IndicatorTraitsInput {
  @TextInput({ description: 'Code that it shall have.', max: 40 })
  code!: string;

  @TextInput({ description: 'Unit of its values.', max: 20 })
  unit!: string;

  @EnumInput(() => IndicatorValueKind, { description: 'How its values are limited.' })
  valueKind!: IndicatorValueKind;

  @TextInput({ description: 'Contract that it comes from, such as its number.', max: 100 })
  source!: string;
}

@Input('A decision about an indicator proposed as a standard one (PRD-119).')
export class SlaIndicatorDecideInput {
  @IdInput(() => SlaCandidate, { description: 'The proposal.' })
  candidateId!: string;

  @EnumInput(() => SlaCandidateAction, { description: 'The decision.' })
  action!: SlaCandidateAction;

  @TextInput({ description: 'Why; needed for REJECT.', optional: true, max: 500 })
  reason?: string | null;
}
