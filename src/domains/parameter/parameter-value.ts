import { Int, JsonValue, Node, Noun, One, Text, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Partner } from '../partner/index.js';
import { InternalOrganization } from '../party/index.js';
import { Parameter } from './parameter.js';

@UniqueTogether(['parameter', 'organization', 'version'])
@Noun({
  tag: 'pu',
  table: 'parameter_value',
  root: false,
  description:
    'A version of the value of a parameter, for a time and a part of the organisation. Versions are never changed, only followed by the next.',
})
export class ParameterValue extends Node {
  @One(() => Parameter, {
    description: 'The parameter.',
    inverse: 'values',
    inverseDescription: 'All versions of the value, past and to come.',
  })
  parameter!: Parameter;

  @One(() => InternalOrganization, {
    description: 'The unit for which it holds, with all below; null for the whole operator or a partner.',
    nullable: true,
    inverse: 'parameterValues',
    inverseDescription: 'Values of parameters that were set for exactly this unit and all below it.',
  })
  organization?: InternalOrganization | null;

  @One(() => Partner, {
    description: 'The partner for which it holds; null for the operator itself.',
    nullable: true,
    inverse: 'parameterValues',
    inverseDescription: 'Values of parameters that were set for the partner (SYS-57).',
  })
  partner?: Partner | null;

  @Int({ description: 'Version, from 1, for the parameter and the unit or partner.', access: 'slow' })
  version!: number;

  @JsonValue({ description: "The value, as the parameter's type says." })
  value!: unknown;

  @Value(() => TimePeriod, { description: 'When it holds.' })
  validity!: TimePeriod;

  @Text({ description: 'Stable name of who set it.', max: 200 })
  setBy!: string;

  @Text({ description: 'Why it was set.', nullable: true, max: 400 })
  reason?: string | null;
}
