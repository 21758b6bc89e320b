import { Bool, EnumOf, Int, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ProcessFlowKind } from './process.enums.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@UniqueTogether(['version', 'source', 'target'])
@Noun({
  tag: 'wf',
  root: false,
  description: 'A direction (流向) from one step of a version to another, with its control rule (WFL-11, WFL-14).',
})
export class ProcessFlow extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version.',
    inverse: 'flows',
    inverseDescription: 'Its flows.',
  })
  version!: ProcessTemplateVersion;

  @Int({ description: 'Place in the list of flows, from 0.', access: 'slow' })
  place!: number;

  @Text({ description: 'Code of the step from which it leads.', max: 60, access: 'slow' })
  source!: string;

  @Text({ description: 'Code of the step to which it leads.', max: 60, access: 'slow' })
  target!: string;

  @EnumOf(() => ProcessFlowKind, { description: 'Kind, for drawings.' })
  kind!: ProcessFlowKind;

  @Text({ description: 'FEEL over the variables: when it is taken; null for always.', nullable: true, max: 4000 })
  condition?: string | null;

  @Bool({ description: 'Taken when no other is.' })
  isDefault!: boolean;

  @Int({ description: 'Order in which conditions are tried, the lowest first.' })
  priority!: number;

  @Text({ description: 'What people call it, such as `passed`; null for nothing.', nullable: true, access: 'slow' })
  name?: string | null;

  @JsonValue({
    description:
      'Corners of its line as somebody has drawn it: x and y of each in whole pixels; null where nobody has (WFL-11).',
    nullable: true,
  })
  waypoints?: unknown;
}
