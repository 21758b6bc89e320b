import { Bool, EnumOf, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProcessParameterUse, ProcessValueType } from './process.enums.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@Noun({
  tag: 'wy',
  root: false,
  description: 'A variable of a version, or a value that goes into or comes out of one of its steps (WFL-06, WFL-12).',
})
export class ProcessParameter extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version.',
    inverse: 'parameters',
    inverseDescription: 'Its variables and the values of its steps.',
  })
  version!: ProcessTemplateVersion;

  @Text({ description: 'Step that it belongs to; null for a variable.', nullable: true, max: 60, access: 'slow' })
  step?: string | null;

  @EnumOf(() => ProcessParameterUse, { description: 'What it is for.' })
  use!: ProcessParameterUse;

  @Int({ description: 'Place in its list, from 0.', access: 'slow' })
  place!: number;

  @Text({ description: 'Name: one word.', max: 60, access: 'slow' })
  name!: string;

  @EnumOf(() => ProcessValueType, { description: 'Type.' })
  type!: ProcessValueType;

  @Bool({ description: 'Whether a value must be there.' })
  required!: boolean;

  @Text({ description: 'Meaning and unit.', max: 500 })
  description!: string;

  @Text({ description: 'FEEL that gives the value; null takes the one of the same name.', nullable: true, max: 4000 })
  formula?: string | null;
}
