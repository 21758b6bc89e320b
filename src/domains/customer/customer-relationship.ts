import {
  describeEnum,
  EnumOf,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from './customer.js';

export enum CustomerRelationshipType {
  OWNERSHIP = 'OWNERSHIP',
  JOINT_LIABILITY = 'JOINT_LIABILITY',
  LOOSE = 'LOOSE',
}

describeEnum(CustomerRelationshipType, 'CustomerRelationshipType', 'Kind of relation between two customers (CUS-45).', {
  OWNERSHIP: 'Upper and lower level, a tree: `from` is above `to`, which has no other owner.',
  JOINT_LIABILITY: 'Guarantee for charges or another liability.',
  LOOSE: 'Business, kinship, colleague, team, decision and the like.',
});

export enum RelationshipDirection {
  NONE = 'NONE',
  ONE_WAY = 'ONE_WAY',
  TWO_WAY = 'TWO_WAY',
}

describeEnum(RelationshipDirection, 'RelationshipDirection', 'In which direction a relation holds (CUS-46).', {
  NONE: 'Without direction.',
  ONE_WAY: 'From `from` to `to`.',
  TWO_WAY: 'Both ways.',
});

@UniqueTogether(['from', 'to', 'type'], 'validity_to is null')
@Noun({ tag: 'cr', description: 'A relation between two customers during a period (CUS-45, CUS-47).' })
export class CustomerRelationship extends Node {
  @One(() => Customer, {
    description: 'Where the relation starts; null when you may not see that customer.',
    hideable: true,
    inverse: 'relationshipsFrom',
    inverseDescription: 'Relations that start at the customer.',
  })
  from!: Customer;

  @One(() => Customer, {
    description: 'Where the relation leads; null when you may not see that customer.',
    hideable: true,
    inverse: 'relationshipsTo',
    inverseDescription: 'Relations that lead to the customer.',
  })
  to!: Customer;

  @EnumOf(() => CustomerRelationshipType, { description: 'Kind of relation.' })
  type!: CustomerRelationshipType;

  @Text({ description: 'Finer kind, such as `KINSHIP` or `COLLEAGUE`.', nullable: true, max: 60, access: 'slow' })
  subType?: string | null;

  @EnumOf(() => RelationshipDirection, { description: 'In which direction it holds.' })
  direction!: RelationshipDirection;

  @Value(() => TimePeriod, { description: 'When it holds.' })
  validity!: TimePeriod;
}
