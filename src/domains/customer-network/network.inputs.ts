import { BoolInput, EnumInput, IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import {
  Customer,
  CustomerGroup,
  CustomerRelationship,
  CustomerRelationshipType,
  RelationshipDirection,
} from '../customer/index.js';
import { Party, SocialGroup, SocialGroupKind } from '../party/index.js';
import { Region } from '../region/index.js';

@Input('A relation between two customers (CUS-47).')
export class CustomerRelationshipAddInput {
  @IdInput(() => Customer, { description: 'Where the relation starts: the owner, or the one who is liable.' })
  fromId!: string;

  @IdInput(() => Customer, {
    description:
      'Where it leads. Refused when it is the same customer (SELF_RELATION), when the two have a relation of the type in use (DUPLICATE), and for OWNERSHIP when it has an owner (HAS_OWNER) or is above `fromId` (CYCLE).',
  })
  toId!: string;

  @EnumInput(() => CustomerRelationshipType, { description: 'Type.' })
  type!: CustomerRelationshipType;

  @TextInput({
    description: 'Code of a sub-type of the type that is in use; another one is refused (UNKNOWN_SUB_TYPE).',
    optional: true,
    max: 60,
  })
  subType?: string | null;

  @EnumInput(() => RelationshipDirection, {
    description:
      'Direction (CUS-46). OWNERSHIP is ONE_WAY only, JOINT_LIABILITY is ONE_WAY (the default) or TWO_WAY, LOOSE is any, NONE by default; another one is refused (INVALID_DIRECTION).',
    optional: true,
  })
  direction?: RelationshipDirection | null;
}

@Input('The end of a relation between two customers; it stays in the history.')
export class CustomerRelationshipEndInput {
  @IdInput(() => CustomerRelationship, { description: 'The relation; one that has ended is refused (INVALID_STATE).' })
  relationshipId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('A finer kind of relation between customers (CUS-45).')
export class RelationshipSubTypeSaveInput {
  @TextInput({ description: 'Code; a sub-type with it is replaced.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => CustomerRelationshipType, {
    description: 'Type that it divides; that of a known sub-type cannot be changed (CONTRADICTION).',
  })
  type!: CustomerRelationshipType;

  @BoolInput({ description: 'Whether new relations may have it; true by default.', optional: true })
  active?: boolean | null;
}

@Input('A new group of customers (CUS-50).')
export class CustomerGroupCreateInput {
  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'Description.', optional: true, max: 2000 })
  description?: string | null;

  @TextInput({ description: 'Business purpose that the members have in common.', optional: true, max: 500 })
  purpose?: string | null;

  @IdInput(() => Region, { description: 'Region that keeps the group; must lie in the regions of the caller.' })
  regionId!: string;
}

@Input('Changes of a group of customers: absent fields stay, null empties a field that may be empty (CUS-50).')
export class CustomerGroupChangeInput {
  @IdInput(() => CustomerGroup, { description: 'The group.' })
  groupId!: string;

  @TextInput({ description: 'Name; cannot be emptied.', optional: true })
  name?: string | null;

  @TextInput({ description: 'Description.', optional: true, max: 2000 })
  description?: string | null;

  @TextInput({ description: 'Business purpose.', optional: true, max: 500 })
  purpose?: string | null;
}

@Input('A group of customers that is dissolved: nobody is in it any more (CUS-50).')
export class CustomerGroupDissolveInput {
  @IdInput(() => CustomerGroup, { description: 'The group; refused with INVALID_STATE when it was dissolved before.' })
  groupId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('Members of a group of customers (CUS-51); at least one of `customerIds` and `groupIds`.')
export class CustomerGroupMembersInput {
  @IdInput(() => CustomerGroup, { description: 'The group.' })
  groupId!: string;

  @IdListInput(() => Customer, { description: 'Customers.', optional: true, max: 500 })
  customerIds?: string[] | null;

  @IdListInput(() => CustomerGroup, {
    description: 'Whole groups; to add one that holds this group is refused (CYCLE).',
    optional: true,
    max: 100,
  })
  groupIds?: string[] | null;
}

@Input('A new social group (MOD-07).')
export class SocialGroupCreateInput {
  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => SocialGroupKind, { description: 'Kind.' })
  kind!: SocialGroupKind;

  @IdInput(() => Region, { description: 'Where the group is at home; must lie in the regions of the caller.' })
  regionId!: string;
}

@Input('Members of a social group (MOD-07).')
export class SocialGroupMembersInput {
  @IdInput(() => SocialGroup, { description: 'The group.' })
  groupId!: string;

  @IdListInput(() => Party, { description: 'The parties.', max: 200 })
  partyIds!: string[];
}
