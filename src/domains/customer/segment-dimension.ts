import { Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'sd',
  description:
    'A point of view from which customers are divided, such as value or industry; a customer is in at most one segment of each (CUS-15).',
})
export class SegmentDimension extends Node {
  @Text({ description: 'Stable code, such as `VALUE`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;
}
