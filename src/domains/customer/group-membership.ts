import { Node, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { CustomerGroup } from './customer-group.js';
import { Customer } from './customer.js';

@UniqueTogether(['group', 'customer'], 'validity_to is null')
@UniqueTogether(['group', 'memberGroup'], 'validity_to is null')
@Noun({
  tag: 'gm',
  root: false,
  description: 'That a customer, or a whole group, belongs to a customer group during a period (CUS-50, CUS-51).',
})
export class GroupMembership extends Node {
  @One(() => CustomerGroup, {
    description: 'The group.',
    inverse: 'memberships',
    inverseDescription: 'Present and former members.',
  })
  group!: CustomerGroup;

  @One(() => Customer, {
    description: 'The member, when it is a customer.',
    nullable: true,
    inverse: 'groups',
    inverseDescription: 'Groups that the customer belongs or belonged to.',
  })
  customer?: Customer | null;

  @One(() => CustomerGroup, {
    description: 'The member, when it is a group.',
    nullable: true,
    inverse: 'memberOf',
    inverseDescription: 'Groups that hold this group.',
  })
  memberGroup?: CustomerGroup | null;

  @Value(() => TimePeriod, { description: 'When the membership holds.' })
  validity!: TimePeriod;
}
