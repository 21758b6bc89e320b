import { describeEnum, EnumOf, Node, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { ProductInstance } from './product-instance.js';

export enum InstancePartyRole {
  OWNER = 'OWNER',
  PAYER = 'PAYER',
  USER = 'USER',
}

describeEnum(InstancePartyRole, 'InstancePartyRole', 'Capacity of a customer towards a product instance (MOD-09).', {
  OWNER: 'Owns it.',
  PAYER: 'Pays for it.',
  USER: 'Uses it.',
});

@UniqueTogether(['instance'], `role = 'OWNER' and validity_to is null`)
@Noun({
  tag: 'ip',
  root: false,
  description:
    'A customer as owner, payer or user of a product instance; the three may be different customers (MOD-09).',
})
export class InstanceParty extends Node {
  @One(() => ProductInstance, {
    description: 'The instance.',
    inverse: 'parties',
    inverseDescription: 'Who owns, pays for and uses the instance, now and formerly (MOD-09).',
  })
  instance!: ProductInstance;

  @One(() => Customer, {
    description: 'The customer.',
    hideable: true,
    inverse: 'instanceRoles',
    inverseDescription: 'Instances that the customer owns, pays for or uses.',
  })
  customer!: Customer;

  @EnumOf(() => InstancePartyRole, { description: 'In which capacity.' })
  role!: InstancePartyRole;

  @Value(() => TimePeriod, { description: 'When it is so.' })
  validity!: TimePeriod;
}
