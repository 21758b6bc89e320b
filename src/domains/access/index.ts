import './access.events.js';
import type { Domain } from '../../kernel/domain.js';
import './access.policy.js';
import { AccessResolver } from './access.resolver.js';
import { checkPositionsBy, endings } from '../organisation/index.js';
import { FunctionPoint } from './function-point.js';
import { pointsOfRoles } from './grant-cover.js';
import { endGrants } from './grant.service.js';
import { refuseUncovered } from './grantor.js';
import { PermissionGrant } from './permission-grant.js';
import { RolePart } from './role-part.js';
import { RolePermission } from './role-permission.js';

export * from './ensure-function-points.js';
export * from './function-point.js';
export * from './function-points.js';
export * from './grant.service.js';
export { refuseUncovered } from './grantor.js';
export * from './permission-grant.js';
export * from './role-part.js';
export * from './role-permission.js';
export * from './role.service.js';
export * from './staff-caller.js';

checkPositionsBy(async (tx, roleIds, path) => refuseUncovered(tx, await pointsOfRoles(tx, roleIds), path));

// Direct grants were for the place that the employee has left.
endings.add(async (tx, employee, why) => {
  const grants = await tx.em.find(
    PermissionGrant,
    { employee, $or: [{ validity: { to: null } }, { validity: { to: { $gt: tx.at } } }] },
    { populate: ['organization', 'region', 'role', 'functionPoint', 'employee'] as never },
  );
  await endGrants(tx, grants, why);
});

export const access: Domain = {
  name: 'access',
  entities: [FunctionPoint, RolePart, RolePermission, PermissionGrant],
  resolvers: [AccessResolver],
};
