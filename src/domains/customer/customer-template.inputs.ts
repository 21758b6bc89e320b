import {
  BoolInput,
  DecimalInput,
  EnumInput,
  Input,
  IntInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { AttributeDataType } from '../catalogue/index.js';
import { CustomerType } from './customer-enums.js';

@Input('A further attribute of customers (CUS-10).')
export class CustomerTemplateFieldInput {
  @TextInput({ description: 'Name in `characteristics`: a letter, then letters, digits, `_`, `.` or `-`.', max: 60 })
  code!: string;

  @TextInput({ description: 'Label for people.' })
  name!: string;

  @EnumInput(() => AttributeDataType, { description: 'Type; that of a known attribute cannot be changed.' })
  dataType!: AttributeDataType;

  @BoolInput({ description: 'Whether new customers must have a value; false when absent.', optional: true })
  mandatory?: boolean | null;

  @TextListInput({ description: 'Allowed values of a CHOICE.', optional: true, max: 100 })
  allowedValues?: string[] | null;

  @DecimalInput({ description: 'Smallest number allowed.', optional: true })
  min?: string | null;

  @DecimalInput({ description: 'Largest number allowed.', optional: true })
  max?: string | null;

  @TextInput({ description: 'Value of new customers for whom none is given; must fit (BAD_VALUE).', optional: true })
  defaultValue?: string | null;

  @TextInput({ description: 'Purpose under which forms show it.', optional: true, max: 60 })
  section?: string | null;
}

@Input('The further attributes of customers of a market group (CUS-10).')
export class CustomerTemplateSaveInput {
  @EnumInput(() => CustomerType, { description: 'Market group; its template is made or changed.' })
  customerType!: CustomerType;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @IntInput({
    description: 'The version that you have read; another one is refused with VERSION_CONFLICT.',
    optional: true,
  })
  expectedVersion?: number | null;

  @ListInput(() => CustomerTemplateFieldInput, {
    description:
      'All attributes in the order of the form; known ones that are absent go out of use, their values stay.',
    max: 100,
  })
  fields!: CustomerTemplateFieldInput[];
}
