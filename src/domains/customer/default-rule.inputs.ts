import {
  BoolInput,
  EnumInput,
  Input,
  IntInput,
  JsonInput,
  ObjectInput,
  TextInput,
  IdInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { IndividualInput, OrganizationInput } from '../party/index.js';
import { Region } from '../region/index.js';
import { CustomerType } from './customer-enums.js';
import { DefaultedField } from './default-rule.js';

@Input('A rule for what new customers get, by its code (CUS-13).')
export class CustomerDefaultRuleSaveInput {
  @TextInput({ description: 'Code, such as `PERSON_IS_PUBLIC`; a known one is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @EnumInput(() => DefaultedField, { description: 'What it gives.' })
  field!: DefaultedField;

  @TextInput({ description: 'Name of the attribute; for CHARACTERISTIC, and only for it.', optional: true, max: 60 })
  attribute?: string | null;

  @TextInput({
    description: 'Condition over `customer` in FEEL. BAD_RULE and others tell what is wrong with it.',
    max: 2000,
  })
  condition!: string;

  @TextInput({ description: 'The value; BAD_VALUE when the field cannot have it.' })
  value!: string;

  @IntInput({ description: 'Order in which the rules of a field are asked, from 1.', min: 1, max: 10_000 })
  position!: number;

  @BoolInput({ description: 'Whether it is in use; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('A customer who is being taken down, as far as typed (CUS-13).')
export class CustomerDraftInput {
  @IdInput(() => Region, { description: 'Region that will serve the customer.', optional: true })
  regionId?: string | null;

  @EnumInput(() => CustomerType, { description: 'Market group.', optional: true })
  customerType?: CustomerType | null;

  @TextInput({ description: 'Sub-type.', optional: true, max: 40 })
  subType?: string | null;

  @ObjectInput(() => IndividualInput, { description: 'The person.', optional: true })
  individual?: IndividualInput | null;

  @ObjectInput(() => OrganizationInput, { description: 'The organisation.', optional: true })
  organization?: OrganizationInput | null;

  @TextListInput({ description: 'Operators whose services the customer uses.', optional: true, max: 10, maxText: 60 })
  operators?: string[] | null;

  @JsonInput({ description: 'Further attributes that are typed already.', optional: true })
  characteristics?: Record<string, unknown> | null;
}
