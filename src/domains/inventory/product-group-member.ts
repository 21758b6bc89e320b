import {
  describeEnum,
  EnumOf,
  Int,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  Value,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { ProductGroup } from './product-group.js';
import { ProductInstance } from './product-instance.js';

export enum GroupMemberRole {
  MEMBER = 'MEMBER',
  PILOT = 'PILOT',
}

describeEnum(GroupMemberRole, 'GroupMemberRole', 'Part that an instance has in a group (MOD-78).', {
  MEMBER: 'An ordinary member.',
  PILOT: 'Carries the number under which the group is reached.',
});

@UniqueTogether(['group', 'instance'])
@Noun({ tag: 'ng', root: false, description: 'A product instance in a group, with its role (MOD-78).' })
export class ProductGroupMember extends Node {
  @One(() => ProductGroup, {
    description: 'The group.',
    inverse: 'members',
    inverseDescription: 'Product instances in the group.',
  })
  group!: ProductGroup;

  @One(() => ProductInstance, {
    description: 'The instance.',
    inverse: 'groupMemberships',
    inverseDescription: 'Groups that the instance is in.',
  })
  instance!: ProductInstance;

  @EnumOf(() => GroupMemberRole, { description: 'Its part in the group.' })
  role!: GroupMemberRole;

  @Text({ description: 'Short number inside the group; null without one.', nullable: true, max: 20 })
  shortNumber?: string | null;

  @Int({ description: 'Turn in a HUNT group, from 1; null elsewhere.', nullable: true })
  turn?: number | null;

  @Value(() => TimePeriod, { description: 'When the instance is in the group.' })
  validity!: TimePeriod;
}
