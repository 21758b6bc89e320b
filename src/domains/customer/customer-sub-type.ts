import { Bool, EnumOf, Node, Noun, Text, UniqueTogether } from '../../kernel/model/index.js';
import { CustomerType } from './customer-enums.js';

@UniqueTogether(['customerType', 'value'])
@Noun({
  tag: 'cy',
  description:
    'A sub-type that customers of a market group may have, such as 3A of the big ones. The operator extends the list without a release (CUS-16).',
})
export class CustomerSubType extends Node {
  @Text({ description: 'Code: market group and value, such as `BIG.3A`.', max: 60, access: 'unique' })
  code!: string;

  @EnumOf(() => CustomerType, { description: 'Market group.' })
  customerType!: CustomerType;

  @Text({ description: 'What stands in `Customer.subType`.', max: 40, access: 'slow' })
  value!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @Bool({ description: 'Whether customers may still get it; those who have it keep it.', access: 'slow' })
  active!: boolean;
}
