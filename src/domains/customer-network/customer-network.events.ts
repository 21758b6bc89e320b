import { RelationshipDirection } from '../customer/index.js';
import {
  defineEventTypes,
  opaqueId,
  fact,
  fieldChanges,
  flag,
  oneOf,
  recordChange,
  text,
  type DataOf,
  whole,
} from '../../kernel/events/event-type.js';
import { CustomerRelationshipType } from '../customer/index.js';
import { SocialGroupKind } from '../party/index.js';

const groupMembership = {
  code: text('Code of the group.'),
  name: text('Its name.'),
  customerId: opaqueId('The customer.'),
};

const nesting = { code: text('Code of the group.'), member: text('Code of the group inside.') };

const relationship = {
  type: oneOf(CustomerRelationshipType, 'What the relation is.'),
  subType: text('Code of its sub-type.').nullable(),
  direction: oneOf(RelationshipDirection, 'Whether it points from one to the other.'),
  otherCustomerId: opaqueId('The customer at the other end.'),
  starts: flag('Whether it starts at the customer in whose history this stands.'),
};

const socialMembership = {
  name: text('Name of the group.'),
  kind: oneOf(SocialGroupKind, 'What it is.'),
  partyId: opaqueId('The party.'),
};

/** Business events of the domain besides those of its life cycles, with their data. */
export const customerNetworkEvents = defineEventTypes({
  'customer-group.created': fact('CustomerGroup', 'A customer group was made.', {
    code: text('Code of the group.'),
    name: text('Its name.'),
    purpose: text('What it is for.').nullable(),
  }),
  'customer-group.changed': recordChange('CustomerGroup', 'Data of a customer group were changed.', {
    changes: fieldChanges(),
  }),
  'customer-group.dissolved': fact('CustomerGroup', 'A customer group was dissolved; its members have left it.', {
    code: text('Code of the group.'),
    name: text('Its name.'),
    members: whole('How many customers and groups were in it.'),
  }),
  'relationship-sub-type.saved': recordChange('RelationshipSubType', 'A sub-type of relations was made or replaced.', {
    code: text('Its code.'),
    name: text('Its name.'),
    type: oneOf(CustomerRelationshipType, 'The type that it refines.'),
    active: flag('Whether it may be used.').nullish(),
  }),
  'hierarchy-rule.saved': recordChange('HierarchyRule', 'A rule of the hierarchy of customers was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'social-group.created': fact('SocialGroup', 'A social group was made.', {
    name: text('Its name.'),
    kind: oneOf(SocialGroupKind, 'What it is.'),
  }),
  'customer.group.joined': fact('CustomerGroup', 'A customer joined a group.', groupMembership),
  'customer.group.left': fact('CustomerGroup', 'A customer left a group.', groupMembership),
  'customer-group.group.added': fact('CustomerGroup', 'A group was put into another.', nesting),
  'customer-group.group.removed': fact('CustomerGroup', 'A group was taken out of another.', nesting),
  'customer.relationship.added': fact(
    'CustomerRelationship',
    'Two customers were related; told once for each.',
    relationship,
  ),
  'customer.relationship.ended': fact(
    'CustomerRelationship',
    'A relation of two customers ended; told once for each.',
    relationship,
  ),
  'social-group.joined': fact('SocialGroup', 'A party joined a social group.', socialMembership),
  'social-group.left': fact('SocialGroup', 'A party left a social group.', socialMembership),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof customerNetworkEvents> {}
}
