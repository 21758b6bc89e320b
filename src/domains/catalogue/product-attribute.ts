import {
  Bool,
  DecimalNumber,
  describeEnum,
  EnumOf,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Product } from './product.js';

export enum AttributeDataType {
  TEXT = 'TEXT',
  INTEGER = 'INTEGER',
  DECIMAL = 'DECIMAL',
  BOOLEAN = 'BOOLEAN',
  DATE = 'DATE',
  CHOICE = 'CHOICE',
}

describeEnum(AttributeDataType, 'AttributeDataType', 'Type of the values of an attribute (PRD-12).', {
  TEXT: 'Free text.',
  INTEGER: 'A whole number.',
  DECIMAL: 'A number.',
  BOOLEAN: 'True or false.',
  DATE: 'A calendar day, YYYY-MM-DD.',
  CHOICE: 'One of the allowed values.',
});

@UniqueTogether(['product', 'code'])
@Noun({
  tag: 'px',
  root: false,
  description:
    'An attribute in the template of a product: order entry renders its form from these and instances carry their values (PRD-12, MOD-80).',
})
export class ProductAttribute extends Node {
  @One(() => Product, {
    description: 'Product that the attribute belongs to.',
    inverse: 'attributes',
    inverseDescription: 'Template of the attributes that instances of the product carry (PRD-12).',
  })
  product!: Product;

  @Text({ description: 'Name in the characteristics of an instance, such as `bandwidth`.', max: 60, access: 'slow' })
  code!: string;

  @Text({ description: 'Label for people.' })
  name!: string;

  @EnumOf(() => AttributeDataType, { description: 'Type of the values.' })
  dataType!: AttributeDataType;

  @Bool({ description: 'Whether an instance must carry a value.' })
  mandatory!: boolean;

  @TextList({ description: 'Allowed values of a CHOICE; empty otherwise (PRD-13, discrete).' })
  allowedValues!: string[];

  @DecimalNumber({ description: 'Smallest number allowed (PRD-13, continuous).', nullable: true })
  min?: string | null;

  @DecimalNumber({ description: 'Largest number allowed (PRD-13, continuous).', nullable: true })
  max?: string | null;

  @Text({ description: 'Unit of the numbers, such as `Mbit/s`.', nullable: true, max: 20 })
  unit?: string | null;

  @Text({ description: 'Value that order entry proposes.', nullable: true })
  defaultValue?: string | null;

  @Bool({ description: 'Whether each end of a line has its own value, as with leased lines.' })
  perEnd!: boolean;

  @Int({ description: 'Position in the form, from 1.', access: 'slow' })
  position!: number;
}
