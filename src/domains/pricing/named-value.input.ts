import { Input, JsonInput, TextInput } from '../../kernel/model/index.js';

/** What every value of an attribute is told by; inputs that take some are made of it. */
@Input('A value of an attribute of a product, by name.')
export class NamedValueInput {
  @TextInput({ description: 'Name in the template of the product, such as `bandwidth`.', max: 60 })
  name!: string;

  @JsonInput({ description: 'The value: text, number or boolean, as the template says.' })
  value!: unknown;
}
