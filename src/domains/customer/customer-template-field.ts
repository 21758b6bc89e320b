import {
  Bool,
  DecimalNumber,
  EnumOf,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { AttributeDataType } from '../catalogue/index.js';
import { CustomerTemplate } from './customer-template.js';

@UniqueTogether(['template', 'code'])
@Noun({
  tag: 'cf',
  root: false,
  description:
    'A further attribute of customers: what forms ask for and `characteristics` hold (CUS-10, CUS-30, CUS-31).',
})
export class CustomerTemplateField extends Node {
  @One(() => CustomerTemplate, {
    description: 'Template that it belongs to.',
    inverse: 'fields',
    inverseDescription: 'Attributes of the template, those out of use included.',
  })
  template!: CustomerTemplate;

  @Text({ description: 'Name in `characteristics`, such as `lifestyle`.', max: 60, access: 'slow' })
  code!: string;

  @Text({ description: 'Label for people.' })
  name!: string;

  @EnumOf(() => AttributeDataType, { description: 'Type of the values.' })
  dataType!: AttributeDataType;

  @Bool({ description: 'Whether a new customer must have a value, and nobody may lose it.' })
  mandatory!: boolean;

  @TextList({ description: 'Allowed values of a CHOICE; empty otherwise.' })
  allowedValues!: string[];

  @DecimalNumber({ description: 'Smallest number allowed.', nullable: true })
  min?: string | null;

  @DecimalNumber({ description: 'Largest number allowed.', nullable: true })
  max?: string | null;

  @Text({ description: 'Value of new customers for whom none is given (CUS-13).', nullable: true })
  defaultValue?: string | null;

  @Text({
    description: 'Purpose under which forms show it, such as `demographics` or `scale`.',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  section?: string | null;

  @Int({ description: 'Position in the form, from 1.', access: 'slow' })
  position!: number;

  @Int({ description: 'Version of the template that brought it.', access: 'slow' })
  sinceVersion!: number;

  @Bool({ description: 'Whether it is in use; values of one that is not stay where they are.', access: 'slow' })
  active!: boolean;
}
