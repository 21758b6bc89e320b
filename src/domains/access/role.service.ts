import { mayManageCommon, mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { PositionRole, Role } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { FunctionPoint } from './function-point.js';
import { pointsOfRoles } from './grant-cover.js';
import { refuseUncovered } from './grantor.js';
import { PermissionGrant } from './permission-grant.js';
import { RolePart } from './role-part.js';
import { RolePermission } from './role-permission.js';
import type {
  RoleChangeInput,
  RoleCreateInput,
  RolePermissionsGrantInput,
  RolePermissionsRevokeInput,
  RoleRemoveInput,
} from './role.inputs.js';

const CODE = /^[A-Z][A-Z0-9_]*$/;

/** Creates a role, of parts and function points that the caller may grant. */
export async function createRole(context: CallContext, input: RoleCreateInput): Promise<Role> {
  return context.database.write(context, async (tx) => {
    if (!CODE.test(input.code))
      refuse('INVALID_CODE', 'Capital letters, digits and "_" are expected.', ['input', 'code']);
    const organization = input.organizationId
      ? await tx.get(InternalOrganization, input.organizationId, ['input', 'organizationId'], { lock: false })
      : null;
    requireOwner(tx, organization, ['input', 'organizationId']);
    if ((await tx.em.count(Role, { code: input.code })) > 0)
      refuse('DUPLICATE', 'Another role has this code.', ['input', 'code']);
    const { code, name, description = null } = input;
    const role = tx.add(Object.assign(new Role(), { code, name: name.trim(), description, organization }));
    const parts = await allOf(tx, Role, input.partIds ?? [], 'partIds');
    for (const part of parts) tx.add(Object.assign(new RolePart(), { role, part }));
    const points = await allOf(tx, FunctionPoint, input.functionPointIds ?? [], 'functionPointIds');
    await refuseUncovered(
      tx,
      [
        ...points.map((point) => ({ code: point.code, limit: null })),
        ...(await pointsOfRoles(
          tx,
          parts.map(({ id }) => id),
        )),
      ],
      ['input'],
    );
    for (const functionPoint of points)
      tx.add(Object.assign(new RolePermission(), { role, functionPoint, passable: false, moneyLimit: null }));
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'role.created',
      subject: role,
      data: { code, parts: parts.map((part) => part.code), functionPoints: points.map((point) => point.code) },
    });
    return role;
  });
}

/** Changes a role and what it is composed of. */
export async function changeRole(context: CallContext, input: RoleChangeInput): Promise<Role> {
  return context.database.write(context, async (tx) => {
    await lockComposition(tx);
    const role = await ownRole(tx, input.roleId);
    const changes = applyChanges(role, { name: input.name?.trim() ?? undefined, description: input.description });
    if (input.partIds) {
      const before = await tx.em.find(RolePart, { role }, { populate: ['part'] as never });
      const parts = await allOf(tx, Role, input.partIds, 'partIds', 0);
      await refuseCircle(tx, role, parts);
      await refuseUncovered(
        tx,
        await pointsOfRoles(
          tx,
          parts.filter((part) => !before.some((old) => old.part.id === part.id)).map(({ id }) => id),
        ),
        ['input', 'partIds'],
      );
      for (const old of before) if (!parts.includes(old.part)) tx.em.remove(old);
      for (const part of parts)
        if (!before.some((old) => old.part.id === part.id)) tx.add(Object.assign(new RolePart(), { role, part }));
      const codes = (list: readonly Role[]) => list.map(({ code }) => code).sort();
      const [old, next] = [codes(before.map(({ part }) => part)), codes(parts)];
      if (old.join() !== next.join()) changes.push({ field: 'parts', old, new: next });
    }
    if (changes.length) tx.record({ kind: 'RECORD_CHANGE', type: 'role.changed', subject: role, data: { changes } });
    return role;
  });
}

/** Removes a role that no valid person has. */
export async function removeRole(context: CallContext, input: RoleRemoveInput): Promise<Role> {
  return context.database.write(context, async (tx) => {
    await lockComposition(tx);
    const role = await ownRole(tx, input.roleId);
    const path = ['input', 'roleId'];
    const holders = await tx.em.execute<{ held: boolean }[]>(HELD_BY_ANYONE, [role.id, role.id]);
    if (holders[0]?.held)
      refuse('IN_USE', 'A valid person has this role, directly, by a position or as part of another role.', path);
    await tx.em.nativeDelete(RolePart, { $or: [{ role }, { part: role }] });
    await tx.em.nativeDelete(RolePermission, { role });
    await tx.em.nativeDelete(PositionRole, { role });
    await tx.em.nativeDelete(PermissionGrant, { role });
    tx.record({ kind: 'BUSINESS_FACT', type: 'role.removed', subject: role, data: { code: role.code } });
    tx.em.remove(role);
    return role;
  });
}

/** The role or one that contains it is held by an active employee, or is granted to one, now or later. */
const HELD_BY_ANYONE = `
  with recursive "role" as (
    select ?::uuid "id" union select "c"."role_id" from "role" "r" join "role_part" "c" on "c"."part_id" = "r"."id"
  ), "valid_employee" as (select "id" from "employee" where "status" = 'ACTIVE')
  select exists (
    select 1 from "role" "r" join "position_role" "p" on "p"."role_id" = "r"."id"
    join "employee_position" "h" on "h"."position_id" = "p"."position_id" and ("h"."validity_to" is null or "h"."validity_to" > now())
    join "valid_employee" "e" on "e"."id" = "h"."employee_id"
  ) or exists (
    select 1 from "role" "r" join "permission_grant" "g" on "g"."role_id" = "r"."id" and ("g"."validity_to" is null or "g"."validity_to" > now())
    left join "employee_position" "h" on "h"."position_id" = "g"."position_id" and ("h"."validity_to" is null or "h"."validity_to" > now())
    join "valid_employee" "e" on "e"."id" = coalesce("g"."employee_id", "h"."employee_id")
  ) or exists (select 1 from "job_position" where "default_role_id" = ?) "held"`;

/** Gives function points to a role, or changes their settings. */
export async function grantToRole(context: CallContext, input: RolePermissionsGrantInput): Promise<Role> {
  return context.database.write(context, async (tx) => {
    const role = await ownRole(tx, input.roleId);
    const points = await allOf(tx, FunctionPoint, input.functionPointIds, 'functionPointIds');
    const moneyLimit = input.moneyLimit ?? null;
    await refuseUncovered(
      tx,
      points.map(({ code }) => ({ code, limit: moneyLimit })),
      ['input', 'functionPointIds'],
    );
    const known = new Map((await tx.em.find(RolePermission, { role })).map((held) => [held.functionPoint.id, held]));
    for (const functionPoint of points) {
      const held = known.get(functionPoint.id) ?? tx.add(Object.assign(new RolePermission(), { role, functionPoint }));
      Object.assign(held, { passable: input.passable ?? false, moneyLimit });
    }
    const data = { functionPoints: points.map(({ code }) => code), passable: input.passable ?? false, moneyLimit };
    tx.record({ kind: 'BUSINESS_FACT', type: 'role.permissions.granted', subject: role, data });
    return role;
  });
}

/** Takes function points from a role. */
export async function revokeFromRole(context: CallContext, input: RolePermissionsRevokeInput): Promise<Role> {
  return context.database.write(context, async (tx) => {
    const role = await ownRole(tx, input.roleId);
    const points = await allOf(tx, FunctionPoint, input.functionPointIds, 'functionPointIds');
    await tx.em.nativeDelete(RolePermission, { role, functionPoint: { $in: points } });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'role.permissions.revoked',
      subject: role,
      data: { functionPoints: points.map(({ code }) => code) },
    });
    return role;
  });
}

async function ownRole(tx: Transaction, id: string): Promise<Role> {
  const role = await tx.get(Role, id, ['input', 'roleId']);
  const organization = role.organization
    ? await tx.em.findOne(InternalOrganization, { id: role.organization.id })
    : null;
  requireOwner(tx, organization, ['input', 'roleId']);
  return role;
}

/** Refuses with OUT_OF_SCOPE when the caller may not change what this unit defined; null stands for the whole operator. */
export function requireOwner(tx: Transaction, organization: InternalOrganization | null, path: InputPath): void {
  if (organization ? mayManageUnit(tx.caller, organization) : mayManageCommon(tx.caller)) return;
  refuse('OUT_OF_SCOPE', 'Only those who are responsible for the unit that defined it may change it.', path);
}

async function allOf<T extends Role | FunctionPoint>(
  tx: Transaction,
  noun: new () => T,
  ids: readonly string[],
  field: string,
  first = 0,
): Promise<T[]> {
  const found: T[] = [];
  for (const [index, id] of ids.entries())
    found.push(await tx.get(noun, id, ['input', field, first + index], { lock: false }));
  return found;
}

/** Compositions are checked as a whole, so that two that are made at once cannot close a circle. */
async function lockComposition(tx: Transaction): Promise<void> {
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('role.composition'))`);
}

async function refuseCircle(tx: Transaction, role: Role, parts: readonly Role[]): Promise<void> {
  const inside = await tx.em.execute<{ id: string }[]>(
    `with recursive "role" as (
       select unnest(?::uuid[]) "id" union select "c"."part_id" from "role" "r" join "role_part" "c" on "c"."role_id" = "r"."id"
     ) select "id" from "role"`,
    [`{${parts.map(({ id }) => id).join(',')}}`],
  );
  if (inside.some(({ id }) => id === role.id)) refuse('CIRCLE', 'A role cannot contain itself.', ['input', 'partIds']);
}
