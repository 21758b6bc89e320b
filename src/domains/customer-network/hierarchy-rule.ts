import { Bool, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';
import { CustomerType } from '../customer/index.js';

@Noun({
  tag: 'xh',
  description:
    'A rule of the hierarchy of customers: below whom customers of a market group may stand by ownership (CUS-90, CUS-91, CUS-93). Where rules in use speak of a market group, its customers come under no other; where none does, any may.',
})
export class HierarchyRule extends Node {
  @Text({ description: 'Stable code, such as `BIG-BELOW-BIG`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => CustomerType, { description: 'Market group of the customer below.' })
  belowType!: CustomerType;

  @EnumOf(() => CustomerType, { description: 'Market group of the customer above, its owner.' })
  aboveType!: CustomerType;

  @Text({
    description: 'Sub-type that the relation must then have, such as `BRANCH`; null: any, or none.',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  relationSubType?: string | null;

  @Int({
    description:
      'Deepest level at which the customer below may stand, counted from 1 at the top of its tree; null: any.',
    nullable: true,
    access: 'slow',
  })
  maxLevel?: number | null;

  @Bool({ description: 'Whether it counts for new relations; those that stand are left alone.', access: 'slow' })
  active!: boolean;
}
