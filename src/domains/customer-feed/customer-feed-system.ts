import { Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'zq',
  description:
    'Another business system whose customer lists and data are collected: which of its records are customers, and by what they are named; for staff (CUS-78).',
})
export class CustomerFeedSystem extends Node {
  @Text({ description: 'Code, such as `BILLING`.', max: 20, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @Text({ description: 'Field of its records that names a record for good, such as `cust_id`.', max: 100 })
  keyField!: string;

  @Text({
    description:
      'Which records are customers: a condition over `record` in FEEL, such as `record.state = "1"`; null: all of them. The others are counted only (CUS-78).',
    nullable: true,
    max: 4000,
  })
  definition?: string | null;
}
