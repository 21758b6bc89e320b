import { EnumInput, IdInput, Input, JsonInput, TextInput, TextListInput } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { FormChannel } from './form.enums.js';

@Input('The next version of a form template or kit (OPS-14).')
export class FormVersionInput {
  @TextInput({ description: 'Name of the version.', max: 100 })
  versionName!: string;
}

@Input('To whom a form is given for use: a unit, or a channel; ONE_WAY for both or none (OPS-15).')
export class FormWayInput {
  @IdInput(() => InternalOrganization, { description: 'Unit, with all below.', optional: true })
  organizationId?: string | null;

  @EnumInput(() => FormChannel, { description: 'Channel.', optional: true })
  channel?: FormChannel | null;
}

@Input('Sample values with what is expected of them (OPS-12, OPS-13).')
export class FormSampleInput {
  @JsonInput({ description: 'Values by field: `{ "amount": "12.50" }`, in a kit `{ "order.amount": "12.50" }`.' })
  values!: Record<string, unknown>;

  @JsonInput({
    description:
      'Values that should come out, by field; REQUIRED when something is calculated and nothing at all is expected.',
  })
  expected!: Record<string, unknown>;

  @TextListInput({ description: 'Fields that should be missing; none when absent.', optional: true })
  missing?: string[] | null;

  @TextListInput({ description: 'Fields that should contradict; none when absent.', optional: true })
  contradictions?: string[] | null;
}
