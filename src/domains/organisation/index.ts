import './organisation.events.js';
import type { Domain } from '../../kernel/domain.js';
import { ensureOrganisation } from './baseline.js';
import { EmployeeRegion } from './employee-region.js';
import { EmployeePosition } from './employee-position.js';
import { Employee } from './employee.js';
import { PositionRole } from './position-role.js';
import { Position } from './position.js';
import { Role } from './role.js';
import './employee.table.js';
import './organisation.policy.js';
import { invalidateStaff, invalidateStaffSchedule } from './invalidate.job.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { StaffResolver } from './staff.resolver.js';
import { StandardUnit } from './standard-unit.js';
import { StandardUnitUse } from './standard-unit-use.js';
import { VirtualTeamResolver } from './virtual-team.resolver.js';
import { VirtualTeam, VirtualTeamMember } from './virtual-team.js';

export * from './acting.js';
export * from './caller-employee.js';
export * from './employee-position.js';
export * from './employee-region.js';
export * from './employee.js';
export * from './own-region.js';
export * from './position-role.js';
export * from './position.js';
export * from './require-employee.js';
export * from './role.js';
export * from './staff-endings.js';
export * from './standard-positions.js';
export * from './standard-unit.js';
export * from './standard-unit-use.js';
export { managedUnit } from './unit-checks.js';
export * from './virtual-team.js';

export const organisation: Domain = {
  name: 'organisation',
  entities: [
    Role,
    Position,
    PositionRole,
    Employee,
    EmployeePosition,
    EmployeeRegion,
    StandardUnit,
    StandardUnitUse,
    VirtualTeam,
    VirtualTeamMember,
  ],
  resolvers: [OrganisationResolver, StaffResolver, VirtualTeamResolver],
  jobs: [invalidateStaff],
  schedules: [invalidateStaffSchedule],
  baseline: ensureOrganisation,
};
