import { BoolInput, IdInput, Input, InstantInput, IntInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProcessTemplate } from './process-template.js';

@Input('A limit of an operational level agreement.')
export class OperationalLimitInput {
  @IdInput(() => ProcessTemplate, { description: 'Only instances of this template.', optional: true })
  templateId?: string | null;

  @TextInput({
    description: 'Code of the step; absent for the whole process. DUPLICATE for two of one template.',
    max: 60,
    optional: true,
  })
  step?: string | null;

  @IntInput({ description: 'Minutes, 1 to 5256000.', min: 1, max: 5_256_000 })
  minutes!: number;

  @BoolInput({
    description: "Whether only the working time of the operator's calendar counts; false when absent.",
    optional: true,
  })
  workingTime?: boolean | null;

  @IntInput({
    description: 'Minutes before the limit at which a warning is raised; LIMIT_INVALID when it is not before it.',
    min: 0,
    max: 5_256_000,
    optional: true,
  })
  warnMinutes?: number | null;
}

@Input('An operational level agreement, whole (WFL-72).')
export class OperationalAgreementSaveInput {
  @TextInput({ description: 'Code; the agreement with this code is replaced, otherwise one is made.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IdInput(() => InternalOrganization, {
    description: 'The unit that does the work; OUT_OF_SCOPE for staff who do not act for it.',
  })
  providerId!: string;

  @IdInput(() => InternalOrganization, { description: 'The unit for which it does it.', optional: true })
  consumerId?: string | null;

  @InstantInput({ description: 'First moment at which it holds; at once when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment at which it does not any more; BEFORE_START.', optional: true })
  validTo?: string | null;

  @ListInput(() => OperationalLimitInput, { description: 'Its limits.', min: 1, max: 200 })
  limits!: OperationalLimitInput[];
}
