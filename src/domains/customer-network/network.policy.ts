import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';
import { RelationshipSubType } from './relationship-sub-type.js';

definePolicy(RelationshipSubType, { STAFF: everyRow });

allow({
  customerRelationshipAdd: ['STAFF'],
  customerRelationshipEnd: ['STAFF'],
  relationshipSubTypeSave: ['STAFF'],
  customerGroupCreate: ['STAFF'],
  customerGroupChange: ['STAFF'],
  customerGroupMembersAdd: ['STAFF'],
  customerGroupMembersRemove: ['STAFF'],
  socialGroupCreate: ['STAFF'],
  socialGroupMembersAdd: ['STAFF'],
  socialGroupMembersRemove: ['STAFF'],
});
