import { describeEnum, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

export enum ProductGroupKind {
  CENTREX = 'CENTREX',
  HUNT = 'HUNT',
  FAMILY = 'FAMILY',
  VPN = 'VPN',
}

describeEnum(ProductGroupKind, 'ProductGroupKind', 'Purpose of a group of product instances (MOD-78).', {
  CENTREX: 'Lines of one company that dial each other by short numbers.',
  HUNT: 'Lines behind one pilot number that are tried in turn.',
  FAMILY: 'Lines of one family with a common tariff.',
  VPN: 'Sites of one virtual private network.',
});

@Noun({
  tag: 'pg',
  description: 'A group of product instances with a common purpose; an instance may be in several (MOD-78).',
})
export class ProductGroup extends Node {
  @Text({ description: 'Number of the group.', max: 60, access: 'unique' })
  groupNo!: string;

  @Text({ description: 'Name of the group.', access: 'search' })
  name!: string;

  @EnumOf(() => ProductGroupKind, { description: 'Purpose of the group.' })
  kind!: ProductGroupKind;

  @One(() => Customer, {
    description: 'Customer that the group belongs to.',
    inverse: 'productGroups',
    inverseDescription: 'Groups of product instances of the customer.',
  })
  customer!: Customer;

  @One(() => Region, { description: 'Region that looks after the group.' })
  region!: Region;
}
