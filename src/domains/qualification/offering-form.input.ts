import { IdInput, Input, ListInput } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { NamedValueInput } from '../pricing/index.js';

@Input('A value for a field of the form, by name.')
export class OfferingFormValueInput extends NamedValueInput {}

@Input('The offering whose form is wanted, and values to be checked (PRD-113).')
export class OfferingFormInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @ListInput(() => OfferingFormValueInput, {
    description: 'Values to be checked; left out: only the form is wanted, and nothing is found missing.',
    optional: true,
    max: 100,
  })
  values?: OfferingFormValueInput[] | null;
}
