import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  JsonInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Partner } from '../partner/index.js';
import { InternalOrganization } from '../party/index.js';
import { Parameter, ParameterCategory, ParameterType } from './parameter.js';

@Input('A new parameter, such as a threshold or a schedule (SYS-28…32).')
export class ParameterCreateInput {
  @TextInput({
    description: 'Stable code: lower-case letters, digits, `.` and `-`; DUPLICATE when it is taken.',
    max: 100,
  })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => ParameterCategory, { description: 'What it is for.' })
  category!: ParameterCategory;

  @EnumInput(() => ParameterType, { description: 'What its values look like.' })
  type!: ParameterType;

  @TextInput({ description: 'Unit of the value.', optional: true, max: 40 })
  unit?: string | null;

  @TextInput({ description: 'What it decides.', max: 1000 })
  description!: string;

  @JsonInput({ description: 'Bounds of values: `min`, `max` as decimal text for numbers.', optional: true })
  bounds?: unknown;

  @BoolInput({
    description: 'Whether partners see it and set values of their own for it; false when left out (SYS-57).',
    optional: true,
  })
  forPartners?: boolean | null;

  @JsonInput({
    description:
      'Value that holds while none is set; INVALID_VALUE when it is not of the type, NOT_FOUND when it names a threshold, alarm or action that does not exist.',
  })
  defaultValue!: unknown;
}

@Input('A new value of a parameter.')
export class ParameterSetInput {
  @IdInput(() => Parameter, { description: 'The parameter.' })
  parameterId!: string;

  @JsonInput({
    description:
      "The value, as the parameter's type says; INVALID_VALUE when it is not. UNKNOWN_CODE, with the `words` that there are, when it lists one that the platform does not know.",
  })
  value!: unknown;

  @IdInput(() => InternalOrganization, {
    description: 'For this unit and all below; left out for the whole operator, which only the headquarters may set.',
    optional: true,
  })
  organizationId?: string | null;

  @IdInput(() => Partner, {
    description:
      'For this partner, of a parameter that is for partners, else NOT_FOR_PARTNERS; partners set values for themselves, whether they say so or not.',
    optional: true,
  })
  partnerId?: string | null;

  @InstantInput({
    description: 'When it begins to hold, not in the past; now when left out. The value before ends then.',
    optional: true,
  })
  from?: string | null;

  @InstantInput({ description: 'When it ceases to hold; left out for no end.', optional: true })
  until?: string | null;

  @IntInput({
    description: 'Version that the caller saw, 0 for none; VERSION_CONFLICT when another was set since.',
    optional: true,
    min: 0,
  })
  expectedVersion?: number | null;

  @TextInput({ description: 'Why.', optional: true, max: 400 })
  reason?: string | null;
}

@Input('A measured value of a monitored item (SYS-28, SYS-30).')
export class MonitoredValueReportInput {
  @TextInput({ description: 'The item; NOT_FOUND when no alarm names it.', max: 100 })
  item!: string;

  @DecimalInput({ description: 'The value, in the unit of its thresholds.' })
  value!: string;

  @IdInput(() => InternalOrganization, {
    description:
      "The unit where it was measured, in the caller's part of the organisation (OUT_OF_SCOPE); the headquarters when left out.",
    optional: true,
  })
  organizationId?: string | null;
}

@Input('A parameter to remove.')
export class ParameterRemoveInput {
  @IdInput(() => Parameter, {
    description:
      'The parameter; IN_USE when the system itself reads it, when an alarm or filter names it, or while its alarm is raised.',
  })
  parameterId!: string;
}
