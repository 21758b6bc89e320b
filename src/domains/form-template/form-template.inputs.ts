import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { FormControlKind, FormLayout, FormType } from './form.enums.js';
import { FormTemplate } from './form-template.js';
import { FormVersionInput, FormWayInput, FormSampleInput } from './form.inputs.js';

@Input('A control of a form template; without a position the layout places it (OPS-01, OPS-08).')
export class FormControlInput {
  @TextInput({
    description: 'Name of its value in formulas: a letter, then letters, digits and `_`; BAD_CODE, DUPLICATE.',
    max: 40,
  })
  code!: string;

  @EnumInput(() => FormControlKind, { description: 'What it takes.' })
  kind!: FormControlKind;

  @TextInput({ description: 'Label.' })
  label!: string;

  @DecimalInput({
    description: 'Left edge, in mm; OFF_PAGE when the control does not fit on the page.',
    min: '0',
    optional: true,
  })
  x?: string | null;

  @DecimalInput({ description: 'Upper edge, in mm.', min: '0', optional: true })
  y?: string | null;

  @DecimalInput({ description: 'Width, in mm.', min: '1', optional: true })
  width?: string | null;

  @DecimalInput({ description: 'Height, in mm.', min: '1', optional: true })
  height?: string | null;

  @BoolInput({ description: 'Whether it must be filled; false when absent.', optional: true })
  required?: boolean | null;

  @TextListInput({
    description: 'What may be chosen, or heads of columns; REQUIRED of a choice and a table.',
    optional: true,
  })
  options?: string[] | null;

  @TextInput({ description: 'Field of the graph, such as `Customer.code`; UNKNOWN_FIELD.', max: 100, optional: true })
  binding?: string | null;

  @TextInput({ description: 'FEEL that must hold once it is filled.', max: 1000, optional: true })
  check?: string | null;

  @TextInput({ description: 'FEEL that gives its value; CYCLE when it depends on itself.', max: 1000, optional: true })
  formula?: string | null;
}

@Input(
  'A new form template, from exactly one of `controls`, `xml`, `noun` and `copyOfId` (ONE_SOURCE otherwise; OPS-01, OPS-02).',
)
export class FormTemplateCreateInput {
  @TextInput({ description: 'Code; TAKEN when there is one already.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => FormType, { description: 'Type.' })
  type!: FormType;

  @TextInput({ description: 'Name of the first version; `1` when absent.', max: 100, optional: true })
  versionName?: string | null;

  @EnumInput(() => FormLayout, { description: 'Layout; ONE_COLUMN when absent.', optional: true })
  layout?: FormLayout | null;

  @DecimalInput({ description: 'Width of the page, in mm; 210 when absent.', min: '20', max: '2000', optional: true })
  pageWidth?: string | null;

  @DecimalInput({ description: 'Height of the page, in mm; 297 when absent.', min: '20', max: '2000', optional: true })
  pageHeight?: string | null;

  @ListInput(() => FormControlInput, { description: 'Controls.', max: 200, optional: true })
  controls?: FormControlInput[] | null;

  @TextInput({
    description:
      'XML with an element `field` per control; its attributes are those of a control, its elements `option` its options. BAD_XML.',
    max: 100_000,
    optional: true,
  })
  xml?: string | null;

  @TextInput({
    description: 'Name of a noun of the graph, such as `Customer`: its fields become controls. UNKNOWN_NOUN.',
    max: 60,
    optional: true,
  })
  noun?: string | null;

  @IdInput(() => FormTemplate, { description: 'Template that is copied.', optional: true })
  copyOfId?: string | null;

  @IdInput(() => InternalOrganization, {
    description: "Unit that maintains it; the caller's own when absent. OUT_OF_SCOPE.",
    optional: true,
  })
  organizationId?: string | null;
}

@Input('Changes a form template; its controls are replaced as a whole (OPS-03).')
export class FormTemplateEditInput {
  @IdInput(() => FormTemplate, { description: 'The template; OUT_OF_SCOPE, INVALID_TRANSITION once it was published.' })
  templateId!: string;

  @TextInput({ description: 'Name; as before when absent.', optional: true })
  name?: string | null;

  @ListInput(() => FormControlInput, { description: 'Controls.', max: 200 })
  controls!: FormControlInput[];
}

@Input('A step of a form template (OPS-06).')
export class FormTemplateStepInput {
  @IdInput(() => FormTemplate, { description: 'The template.' })
  templateId!: string;
}

@Input('The next version of a form template (OPS-14).')
export class FormTemplateVersionInput extends FormVersionInput {
  @IdInput(() => FormTemplate, { description: 'The version that is copied.' })
  templateId!: string;
}

@Input('Publishes a tested form template (OPS-15).')
export class FormTemplatePublishInput {
  @IdInput(() => FormTemplate, { description: 'The template; NOT_TESTED.' })
  templateId!: string;

  @ListInput(() => FormWayInput, { description: 'To whom it is given.', min: 1, max: 50 })
  ways!: FormWayInput[];
}

@Input('Tests one form template (OPS-12).')
export class FormTemplateTestInput extends FormSampleInput {
  @IdInput(() => FormTemplate, { description: 'The template; INVALID_TRANSITION while it is unfinished.' })
  templateId!: string;
}
