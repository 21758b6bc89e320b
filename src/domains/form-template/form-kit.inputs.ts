import { EnumInput, IdInput, Input, ListInput, TextInput } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { FormRelationKind } from './form.enums.js';
import { FormKit, FormKitRelation } from './form-kit.js';
import { FormTemplate } from './form-template.js';
import { FormVersionInput, FormWayInput, FormSampleInput } from './form.inputs.js';

@Input('Tests a kit with all its templates and relations (OPS-13).')
export class FormKitTestInput extends FormSampleInput {
  @IdInput(() => FormKit, { description: 'The kit; INVALID_TRANSITION while it is unfinished.' })
  kitId!: string;
}

@Input('A template in a kit.')
export class FormKitPartInput {
  @IdInput(() => FormTemplate, { description: 'The template; NOT_ACTIVE when it was removed.' })
  templateId!: string;

  @TextInput({
    description: 'Its name in formulas: a letter, then letters, digits and `_`; BAD_CODE, DUPLICATE.',
    max: 40,
  })
  alias!: string;
}

@Input('A new kit of form templates (OPS-09).')
export class FormKitCreateInput {
  @TextInput({ description: 'Code; TAKEN when there is one already.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'The business that it is for.' })
  business!: string;

  @TextInput({ description: 'Name of the first version; `1` when absent.', max: 100, optional: true })
  versionName?: string | null;

  @ListInput(() => FormKitPartInput, { description: 'Its templates.', min: 1, max: 30 })
  parts!: FormKitPartInput[];

  @IdInput(() => InternalOrganization, {
    description: "Unit that maintains it; the caller's own when absent. OUT_OF_SCOPE.",
    optional: true,
  })
  organizationId?: string | null;
}

@Input('A step of a kit.')
export class FormKitStepInput {
  @IdInput(() => FormKit, { description: 'The kit.' })
  kitId!: string;
}

@Input('The next version of a kit (OPS-14).')
export class FormKitVersionInput extends FormVersionInput {
  @IdInput(() => FormKit, { description: 'The version that is copied.' })
  kitId!: string;
}

@Input('Adds or changes a relation of a kit (OPS-09, OPS-10).')
export class FormKitRelationSaveInput {
  @IdInput(() => FormKit, { description: 'The kit.' })
  kitId!: string;

  @IdInput(() => FormKitRelation, {
    description: 'The relation that is changed; a new one when absent.',
    optional: true,
  })
  relationId?: string | null;

  @EnumInput(() => FormRelationKind, { description: 'What it says.' })
  kind!: FormRelationKind;

  @TextInput({
    description:
      'Field such as `order.amount`; REQUIRED of a redundancy, and of a match without a formula. UNKNOWN_FIELD.',
    max: 81,
    optional: true,
  })
  from?: string | null;

  @TextInput({ description: 'Field such as `invoice.total`; UNKNOWN_FIELD, CYCLE.', max: 81 })
  to!: string;

  @TextInput({ description: 'FEEL; REQUIRED of conditions, derivations and calculations.', max: 1000, optional: true })
  formula?: string | null;
}

@Input('Removes a relation of a kit (OPS-10).')
export class FormKitRelationRemoveInput {
  @IdInput(() => FormKitRelation, { description: 'The relation.' })
  relationId!: string;
}

@Input('Publishes a tested kit (OPS-15).')
export class FormKitPublishInput {
  @IdInput(() => FormKit, { description: 'The kit; NOT_TESTED, also when a template of it was changed since.' })
  kitId!: string;

  @ListInput(() => FormWayInput, { description: 'To whom it is given.', min: 1, max: 50 })
  ways!: FormWayInput[];
}
