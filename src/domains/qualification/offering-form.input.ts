import { IdInput, Input, JsonInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';

@Input('A value for a field of the form, by name.')
export class OfferingFormValueInput {
  @TextInput({ description: 'Name of the attribute.', max: 60 })
  name!: string;

  @JsonInput({ description: 'The value: text, number or boolean.' })
  value!: unknown;
}

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
