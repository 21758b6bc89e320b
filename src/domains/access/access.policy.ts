import {
  allow,
  anyOf,
  definePermission,
  definePolicy,
  everyRow,
  inOrganisation,
  ofEmployee,
} from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { FunctionPoint } from './function-point.js';
import { PermissionGrant } from './permission-grant.js';
import { RolePart } from './role-part.js';
import { RolePermission } from './role-permission.js';
import { AUDIT_READ } from './staff-caller.js';

definePolicy(FunctionPoint, { STAFF: everyRow });
definePolicy(RolePart, { STAFF: everyRow });
definePolicy(RolePermission, { STAFF: everyRow });
// Who holds what is known to those who are responsible for the unit, and to the holder.
definePolicy(PermissionGrant, { STAFF: anyOf(inOrganisation('organization'), ofEmployee('employee')) });

allow({
  roleCreate: ['STAFF'],
  roleChange: ['STAFF'],
  roleRemove: ['STAFF'],
  rolePermissionsGrant: ['STAFF'],
  rolePermissionsRevoke: ['STAFF'],
  permissionGrant: ['STAFF'],
  permissionRevoke: ['STAFF'],
});

definePermission({
  name: AUDIT_READ,
  area: 'audit',
  description: 'To read the operation log of the own regions (SYS-37).',
});

auditAs(
  AuditCategory.BASIC_DATA,
  'roleCreate',
  'roleChange',
  'roleRemove',
  'rolePermissionsGrant',
  'rolePermissionsRevoke',
  'permissionGrant',
  'permissionRevoke',
);
