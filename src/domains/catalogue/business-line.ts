import { Node, Noun, One, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'bl',
  description: 'A business: services to the public, the top grouping above product lines (MOD-23, PRD-101).',
})
export class BusinessLine extends Node {
  @Text({ description: 'Code unique among business lines, such as `FIXED`.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @Text({
    description: 'Category for people who look for it, such as `BASIC` or `VALUE_ADDED`; null for none (PRD-109).',
    nullable: true,
    max: 60,
    access: 'btree',
    grouped: true,
  })
  category?: string | null;

  @One(() => BusinessLine, {
    description: 'Business that this one is a part of; null at the top (PRD-101).',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Businesses that are directly part of this one.',
  })
  parent?: BusinessLine | null;

  @Text({ description: 'What the business comprises.', nullable: true, max: 2000 })
  description?: string | null;
}
