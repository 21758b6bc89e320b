import { EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';
import { CustomerType } from './customer-enums.js';

@Noun({
  tag: 'ct',
  description:
    'Which further attributes customers of a market group carry. It is extended while the system runs; customers who are known stay valid when an attribute is added (CUS-10).',
})
export class CustomerTemplate extends Node {
  @Text({ description: 'Code: the name of the market group.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @EnumOf(() => CustomerType, { description: 'Market group whose customers carry the attributes.' })
  customerType!: CustomerType;

  @Int({ description: 'Grows by one each time the attributes change.' })
  version!: number;
}
