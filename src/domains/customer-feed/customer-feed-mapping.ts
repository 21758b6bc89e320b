import { Bool, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { CustomerFeedSystem } from './customer-feed-system.js';

@UniqueTogether(['system', 'field'])
@Noun({
  tag: 'zw',
  root: false,
  description: 'How a field of the uniform customer comes from the records of another system (CUS-79).',
})
export class CustomerFeedMapping extends Node {
  @One(() => CustomerFeedSystem, {
    description: 'The system.',
    inverse: 'mappings',
    inverseDescription: 'How its records become customers, field by field (CUS-79).',
  })
  system!: CustomerFeedSystem;

  @Text({
    description:
      'The field of the customer, one of the columns of the table `customers` that imports read, such as `gender` or `characteristics.hobby`; values of an attribute that has gone out of use are passed over.',
    max: 80,
    access: 'slow',
  })
  field!: string;

  @Text({
    description: 'Field of the record that it comes from; null when `expression` yields it.',
    nullable: true,
    max: 100,
  })
  sourceField?: string | null;

  @Text({
    description: 'Expression over `record` in FEEL that yields it; null when a field of the record has it.',
    nullable: true,
    max: 4000,
  })
  expression?: string | null;

  @JsonValue({
    description: 'Our values by theirs, such as `{"1": "MALE", "2": "FEMALE"}`; null when they are the same.',
    nullable: true,
  })
  translations?: Record<string, string> | null;

  @Bool({ description: 'Whether a value without a translation rejects the record; otherwise it is taken as it is.' })
  strict!: boolean;

  @Text({ description: 'Value where the record has none; null for none.', nullable: true, max: 300 })
  defaultValue?: string | null;
}
