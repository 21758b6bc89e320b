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
import { FormControlKind } from './form.enums.js';
import { FormTemplate } from './form-template.js';

@UniqueTogether(['template', 'code'])
@Noun({ tag: 'yc', description: 'A control on the page of a form template (OPS-01, OPS-08).' })
export class FormControl extends Node {
  @One(() => FormTemplate, {
    description: 'The template.',
    inverse: 'controls',
    inverseDescription: 'What is on its page.',
  })
  template!: FormTemplate;

  @Text({ description: 'Name of its value in formulas: a letter, then letters, digits and `_`.', max: 40 })
  code!: string;

  @EnumOf(() => FormControlKind, { description: 'What it takes.' })
  kind!: FormControlKind;

  @Text({ description: 'Label that is printed beside it; not on pre-printed stationery.' })
  label!: string;

  @DecimalNumber({ description: 'Left edge, in mm from the left of the page.', access: 'slow' })
  x!: string;

  @DecimalNumber({ description: 'Upper edge, in mm from the top of the page.', access: 'slow' })
  y!: string;

  @DecimalNumber({ description: 'Width, in mm.', access: 'slow' })
  width!: string;

  @DecimalNumber({ description: 'Height, in mm.', access: 'slow' })
  height!: string;

  @Bool({ description: 'Whether it must be filled.', access: 'slow' })
  required!: boolean;

  @TextList({ description: 'What may be chosen, or the heads of the columns of a table.' })
  options!: string[];

  @Text({
    description: 'Field of the graph whose value it shows, such as `Customer.code`; null for none.',
    nullable: true,
    max: 100,
  })
  binding?: string | null;

  @Text({
    description: 'FEEL over the values of the template that must hold once it is filled; null for none.',
    nullable: true,
    max: 1000,
  })
  check?: string | null;

  @Text({
    description: 'FEEL over the values of the template that gives its value; null when it is filled by people.',
    nullable: true,
    max: 1000,
  })
  formula?: string | null;

  @Int({ description: 'Order in which it is filled, from 0.', access: 'slow' })
  position!: number;
}
