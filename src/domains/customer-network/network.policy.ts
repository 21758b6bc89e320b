import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';
import { HierarchyRule } from './hierarchy-rule.js';
import { RelationshipSubType } from './relationship-sub-type.js';

definePolicy(RelationshipSubType, { STAFF: everyRow });
definePolicy(HierarchyRule, { STAFF: everyRow });

allow({
  customerRelationshipAdd: ['STAFF'],
  customerRelationshipEnd: ['STAFF'],
  relationshipSubTypeSave: ['STAFF'],
  // Rules that bind everybody are set by administrators.
  hierarchyRuleSave: [],
  customerGroupCreate: ['STAFF'],
  customerGroupChange: ['STAFF'],
  customerGroupMembersAdd: ['STAFF'],
  customerGroupMembersRemove: ['STAFF'],
  socialGroupCreate: ['STAFF'],
  socialGroupMembersAdd: ['STAFF'],
  socialGroupMembersRemove: ['STAFF'],
});
