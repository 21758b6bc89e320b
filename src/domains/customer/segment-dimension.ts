import { describeEnum, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';

export enum SegmentConflict {
  REPLACE = 'REPLACE',
  REJECT = 'REJECT',
}

describeEnum(
  SegmentConflict,
  'SegmentConflict',
  'What happens to a customer who is put into a second segment (CUS-15).',
  {
    REPLACE: 'It takes the place of the first, which stays in the history.',
    REJECT: 'It is refused; the customer must leave the first one before.',
  },
);

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

  @EnumOf(() => SegmentConflict, {
    description: 'What happens to a customer of one of its segments who is put by hand into another one.',
  })
  onConflict: SegmentConflict = SegmentConflict.REPLACE;

  @Text({
    description:
      'Expression over `customer` in FEEL whose values are its classes: each value found becomes a segment `<dimension>:<value>`. Null where segments have rules or lists of their own (CUS-69).',
    nullable: true,
    max: 4000,
  })
  expression?: string | null;

  @Text({
    description: 'Expression that names a class made of a value; null: the value is the name.',
    nullable: true,
    max: 4000,
  })
  labelExpression?: string | null;
}
