import { allow, definePolicy, everyRow, verifyFirst } from '../../kernel/access/index.js';
import { CredentialPurpose, CustomerRelationshipType, RelationshipDirection } from '../customer/index.js';
import { HierarchyRule } from './hierarchy-rule.js';
import { RelationshipSubType } from './relationship-sub-type.js';

definePolicy(RelationshipSubType, { STAFF: everyRow });
definePolicy(HierarchyRule, { STAFF: everyRow });

// Liable is who says so. How the operator puts customers below and beside each other asks nobody.
verifyFirst(
  [CredentialPurpose.CHANGE, CredentialPurpose.WHOLE],
  { customerRelationshipAdd: 'fromId' },
  ({ type, direction, starts }) =>
    type === CustomerRelationshipType.JOINT_LIABILITY &&
    (starts === true || direction === RelationshipDirection.TWO_WAY),
);

allow({
  customerRelationshipAdd: ['STAFF'],
  customerRelationshipEnd: ['STAFF'],
  relationshipSubTypeSave: ['STAFF'],
  // Rules that bind everybody are set by administrators.
  hierarchyRuleSave: [],
  customerGroupCreate: ['STAFF'],
  customerGroupChange: ['STAFF'],
  customerGroupDissolve: ['STAFF'],
  customerGroupMembersAdd: ['STAFF'],
  customerGroupMembersRemove: ['STAFF'],
  socialGroupCreate: ['STAFF'],
  socialGroupMembersAdd: ['STAFF'],
  socialGroupMembersRemove: ['STAFF'],
});
