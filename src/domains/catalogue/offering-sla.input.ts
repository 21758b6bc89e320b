import { BoolInput, DecimalInput, IdInput, Input, ListInput, TextInput } from '../../kernel/model/index.js';
import { Offering } from './offering.js';
import { OfferingSla } from './offering-sla.js';
import { SlaAllowedValueInput } from './sla.input.js';
import { SlaIndicator } from './sla-indicator.js';
import { SlaTemplate } from './sla-template.js';
import { TariffPlan } from './tariff-plan.js';

@Input('What an offering promises for one indicator (PRD-57).')
export class OfferingSlaItemInput {
  @IdInput(() => SlaIndicator, {
    description: 'The indicator, one of the template; each stands in a service level once.',
  })
  indicatorId!: string;

  @DecimalInput({
    description:
      'Promised value in the unit of the indicator, inside the range of the template; exactly one of this, a range and a set is given.',
    optional: true,
  })
  value?: string | null;

  @DecimalInput({
    description:
      'Smallest value of a promised range, for a CONTINUOUS indicator, not below that of the template; needed where higher is better.',
    optional: true,
  })
  min?: string | null;

  @DecimalInput({
    description:
      'Largest value of a promised range, for a CONTINUOUS indicator, not above that of the template; needed where lower is better.',
    optional: true,
  })
  max?: string | null;

  @ListInput(() => SlaAllowedValueInput, {
    description: 'Promised set of values, for a DISCRETE indicator, each one of the template.',
    optional: true,
    max: 100,
  })
  allowedValues?: SlaAllowedValueInput[] | null;
}

@Input('A new standard service level of an offering (PRD-57, PRD-58).')
export class OfferingSlaCreateInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @IdInput(() => SlaTemplate, { description: 'Template of one of the products in the offering.' })
  templateId!: string;

  @TextInput({ description: 'Code unique among standard service levels.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @IdInput(() => TariffPlan, { description: 'Tariff plan that goes with it (PRD-60).', optional: true })
  tariffPlanId?: string | null;

  @BoolInput({
    description: 'Whether it is preselected; at most one of an offering. False when absent.',
    optional: true,
  })
  isDefault?: boolean | null;

  @ListInput(() => OfferingSlaItemInput, { description: 'The promises.', min: 1, max: 50 })
  items!: OfferingSlaItemInput[];
}

@Input('A change of a standard service level of an offering (PRD-57, PRD-58); a field that is absent stays as it is.')
export class OfferingSlaChangeInput {
  @IdInput(() => OfferingSla, { description: 'The service level.' })
  offeringSlaId!: string;

  @TextInput({ description: 'New name.', optional: true })
  name?: string | null;

  @IdInput(() => TariffPlan, {
    description: 'New tariff plan that goes with it (PRD-60); null when it costs nothing more.',
    optional: true,
  })
  tariffPlanId?: string | null;

  @BoolInput({
    description: 'Whether it is preselected; true takes that from the one that was.',
    optional: true,
  })
  isDefault?: boolean | null;

  @ListInput(() => OfferingSlaItemInput, {
    description: 'All promises; what is not named is not promised any more.',
    optional: true,
    min: 1,
    max: 50,
  })
  items?: OfferingSlaItemInput[] | null;

  @TextInput({ description: 'Why; kept with the version of the offering.', optional: true, max: 500 })
  reason?: string | null;
}
