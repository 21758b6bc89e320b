import { Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'bl',
  description: 'A business: services to the public, the top grouping above product lines (MOD-23, PRD-101).',
})
export class BusinessLine extends Node {
  @Text({ description: 'Code unique among business lines, such as `FIXED`.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @Text({ description: 'What the business comprises.', nullable: true, max: 2000 })
  description?: string | null;
}
