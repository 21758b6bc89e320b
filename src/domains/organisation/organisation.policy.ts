import { allow, definePolicy, everyRow, policyPublic, policyVia } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { EmployeePosition } from './employee-position.js';
import { EmployeeRegion } from './employee-region.js';
import { Employee } from './employee.js';
import { PositionRole } from './position-role.js';
import { Position } from './position.js';
import { Role } from './role.js';
import { StandardUnit } from './standard-unit.js';
import { StandardUnitUse } from './standard-unit-use.js';
import { VirtualTeam, VirtualTeamMember } from './virtual-team.js';

// Colleagues know each other; customers see the employee who is responsible for them.
definePolicy(Employee, { STAFF: everyRow });
policyVia(EmployeePosition, 'employee');
policyVia(EmployeeRegion, 'employee');
policyPublic(Position);
policyPublic(Role);
policyPublic(PositionRole);
definePolicy(StandardUnit, { STAFF: everyRow });
definePolicy(StandardUnitUse, { STAFF: everyRow });
definePolicy(VirtualTeam, { STAFF: everyRow });
definePolicy(VirtualTeamMember, { STAFF: everyRow });

// Each of them acts within the caller's part of the organisation only; see unit-checks.
allow({
  organizationCreate: ['STAFF'],
  organizationChange: ['STAFF'],
  organizationMove: ['STAFF'],
  organizationClose: ['STAFF'],
  organizationBatch: ['STAFF'],
  standardUnitSave: ['STAFF'],
  standardPublish: ['STAFF'],
  standardAcknowledge: ['STAFF'],
  employeeCreate: ['STAFF'],
  employeeChange: ['STAFF'],
  employeeMove: ['STAFF'],
  employeeLeave: ['STAFF'],
  employeePositionsChange: ['STAFF'],
  employeeBatch: ['STAFF'],
  positionSave: ['STAFF'],
  virtualTeamSave: ['STAFF'],
});

auditAs(
  AuditCategory.BASIC_DATA,
  'organizationCreate',
  'organizationChange',
  'organizationMove',
  'organizationClose',
  'organizationBatch',
  'standardUnitSave',
  'standardPublish',
  'standardAcknowledge',
  'employeeCreate',
  'employeeChange',
  'employeeMove',
  'employeeLeave',
  'employeePositionsChange',
  'employeeBatch',
  'positionSave',
  'virtualTeamSave',
);
