import { randomUUID } from 'node:crypto';
import { mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { inRows, refuse, type RowRejection } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { Employee, EmployeePosition, EmployeeStatus, Position, Role } from '../organisation/index.js';
import { ProductLine } from '../catalogue/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { FunctionPoint } from './function-point.js';
import { linesAround, pointsOfRoles, scopeOfGrant, uncovered } from './grant-cover.js';
import type { PermissionGrantInput, PermissionRevokeInput } from './grant.inputs.js';
import { grantorOf, refuseUncovered } from './grantor.js';
import { PermissionGrant } from './permission-grant.js';

type Grantee = { employee: string } | { position: string };

/** Grants roles and function points; each grantee by itself, so that one who may not have them stops no other. */
export async function grantPermissions(
  context: CallContext,
  input: PermissionGrantInput,
): Promise<{ grants: PermissionGrant[]; rejections: RowRejection[] }> {
  const grantees: Grantee[] = [
    ...(input.employeeIds ?? []).map((employee) => ({ employee })),
    ...(input.positionIds ?? []).map((position) => ({ position })),
  ];
  if (grantees.length === 0) refuse('REQUIRED', 'Name at least one employee or position.', ['input']);
  if (!input.roleIds?.length && !input.functionPointIds?.length)
    refuse('REQUIRED', 'Name at least one role or function point.', ['input']);
  const batchNo = randomUUID();
  const { results, rejections } = await inRows(grantees, (grantee) =>
    context.database.write(context, (tx) => grantTo(tx, grantee, input, batchNo)),
  );
  return { grants: results.flat(), rejections };
}

async function grantTo(
  tx: Transaction,
  grantee: Grantee,
  input: PermissionGrantInput,
  batchNo: string,
): Promise<PermissionGrant[]> {
  // A grant and a revocation that would take away what it rests on never pass one another.
  await tx.em.execute(`select pg_advisory_xact_lock_shared(hashtext('permission.revoke'))`);
  const employee = 'employee' in grantee ? await grantableEmployee(tx, grantee.employee) : null;
  const position =
    'position' in grantee ? await tx.get(Position, grantee.position, ['input', 'positionIds'], { lock: false }) : null;
  const organization = await scopeUnit(tx, employee, input.organizationId);
  const region = input.regionId ? await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false }) : null;
  if (region && tx.caller.kind === 'STAFF' && !tx.caller.regionIds.includes(region.id)) {
    refuse('OUT_OF_SCOPE', 'You may not act for this region.', ['input', 'regionId']);
  }
  const productLine = input.productLineId
    ? await tx.get(ProductLine, input.productLineId, ['input', 'productLineId'], { lock: false })
    : null;
  const validity = periodOf(tx, input);
  const roles: Role[] = [];
  for (const [index, id] of (input.roleIds ?? []).entries())
    roles.push(await tx.get(Role, id, ['input', 'roleIds', index], { lock: false }));
  const points: FunctionPoint[] = [];
  for (const [index, id] of (input.functionPointIds ?? []).entries())
    points.push(await tx.get(FunctionPoint, id, ['input', 'functionPointIds', index], { lock: false }));
  const moneyLimit = input.moneyLimit ?? null;
  const given = [
    ...(await pointsOfRoles(
      tx,
      roles.map(({ id }) => id),
    )),
    ...points.map(({ code }) => ({ code, limit: null })),
  ];
  const scope = {
    organisationPath: organization.path,
    regionPath: region?.path ?? null,
    productLines: await linesAround(tx, productLine),
    limit: moneyLimit,
    until: validity.to,
  };
  await refuseUncovered(tx, given, ['input'], scope);
  const grantedBy = tx.caller.employeeId ? tx.em.getReference(Employee, tx.caller.employeeId) : null;
  const shared = { employee, position, organization, region, productLine, moneyLimit, grantedBy, batchNo };
  const told = {
    ...shared,
    passable: input.passable ?? false,
    grantor: tx.caller.subject,
    reason: input.reason ?? null,
  };
  const make = (what: { role: Role | null; functionPoint: FunctionPoint | null }) =>
    tx.add(
      Object.assign(new PermissionGrant(), {
        ...told,
        ...what,
        validity: TimePeriod.since(validity.from, validity.to),
      }),
    );
  const grants = [
    ...roles.map((role) => make({ role, functionPoint: null })),
    ...points.map((functionPoint) => make({ role: null, functionPoint })),
  ];
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'permission.granted',
    subject: (employee ?? position)!,
    regionId: organization.region?.id ?? null,
    reason: input.reason ?? null,
    data: {
      roles: roles.map(({ code }) => code),
      functionPoints: points.map(({ code }) => code),
      organization: organization.code,
      region: region?.code ?? null,
      productLine: productLine?.code ?? null,
      moneyLimit,
      passable: told.passable,
      from: validity.from.toISOString(),
      until: validity.to?.toISOString() ?? null,
      batchNo,
    },
  });
  return grants;
}

function periodOf(tx: Transaction, input: PermissionGrantInput): { from: Date; to: Date | null } {
  const from = input.from ? new Date(input.from) : tx.at;
  const to = input.until ? new Date(input.until) : null;
  if (to && to <= from) refuse('INVALID_PERIOD', 'The end must be after the beginning.', ['input', 'until']);
  return { from, to };
}

async function grantableEmployee(tx: Transaction, id: string): Promise<Employee> {
  const path = ['input', 'employeeIds'];
  const employee = await tx.get(Employee, id, path);
  if (employee.id === tx.caller.employeeId) refuse('SELF_GRANT', 'Nobody grants anything to themselves.', path);
  if (employee.status !== EmployeeStatus.ACTIVE)
    refuse('NOT_ACTIVE', 'The staff number is no longer valid.', path, { status: employee.status });
  const unit = (await tx.em.findOne(InternalOrganization, { id: employee.organization.id }))!;
  if (!mayManageUnit(tx.caller, unit))
    refuse('OUT_OF_SCOPE', 'The employee does not work in your part of the organisation.', path);
  return employee;
}

async function scopeUnit(
  tx: Transaction,
  employee: Employee | null,
  organizationId: string | null | undefined,
): Promise<InternalOrganization> {
  const path = ['input', 'organizationId'];
  if (!employee && !organizationId)
    refuse('REQUIRED', 'Say in which part of the organisation the holders of the position have it.', path);
  const unit = organizationId
    ? await tx.get(InternalOrganization, organizationId, path, { lock: false })
    : (await tx.em.findOne(InternalOrganization, { id: employee!.organization.id }))!;
  if (!mayManageUnit(tx.caller, unit))
    refuse('OUT_OF_SCOPE', 'The unit does not lie in your part of the organisation.', path);
  return unit;
}

/** Ends grants now, and with them what their holders granted on and could no longer grant. */
export async function revokePermissions(
  context: CallContext,
  input: PermissionRevokeInput,
): Promise<{ grants: PermissionGrant[]; rejections: RowRejection[] }> {
  const { results, rejections } = await inRows(input.grantIds, (id, index) =>
    context.database.write(context, async (tx) => {
      // What follows from a revocation may reach any grant, so revocations stand in line.
      await tx.em.execute(`select pg_advisory_xact_lock(hashtext('permission.revoke'))`);
      const path = ['input', 'grantIds', index];
      const grant = await tx.get(PermissionGrant, id, path);
      const unit = (await tx.em.findOne(InternalOrganization, { id: grant.organization.id }))!;
      if (!mayManageUnit(tx.caller, unit))
        refuse('OUT_OF_SCOPE', 'The grant does not belong to your part of the organisation.', path);
      if (grant.validity.to && grant.validity.to <= tx.at) refuse('ENDED', 'The grant has ended already.', path);
      return endGrants(tx, [grant], input.reason);
    }),
  );
  return { grants: results.flat(), rejections };
}

/** Ends grants and all that hangs on them. */
export async function endGrants(
  tx: Transaction,
  grants: readonly PermissionGrant[],
  reason: string,
): Promise<PermissionGrant[]> {
  const ended: PermissionGrant[] = [];
  for (let next = [...grants]; next.length > 0;) {
    for (const grant of next) endOne(tx, grant, reason);
    ended.push(...next);
    const holders = await holdersOf(tx, next);
    next = [];
    for (const holder of holders) next.push(...(await unsupported(tx, holder)));
  }
  return ended;
}

function endOne(tx: Transaction, grant: PermissionGrant, reason: string): void {
  // A grant that had not begun ends where it would have begun.
  const to = grant.validity.from > tx.at ? grant.validity.from : tx.at;
  grant.validity = TimePeriod.since(grant.validity.from, to);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'permission.revoked',
    subject: (grant.employee ?? grant.position)!,
    reason,
    data: { grant: tx.idOf(grant), batchNo: grant.batchNo },
  });
}

async function holdersOf(tx: Transaction, grants: readonly PermissionGrant[]): Promise<Employee[]> {
  const direct = grants.flatMap(({ employee }) => employee?.id ?? []);
  const positions = grants.flatMap(({ position }) => position?.id ?? []);
  const byPosition = positions.length ? await tx.em.find(EmployeePosition, { position: { $in: positions } }) : [];
  const ids = [...new Set([...direct, ...byPosition.map(({ employee }) => employee.id)])];
  return tx.em.find(Employee, { id: { $in: ids } }, { populate: ['organization'] as never });
}

/** Grants that an employee gave and, by what they hold now, could not give. */
async function unsupported(tx: Transaction, employee: Employee): Promise<PermissionGrant[]> {
  const given = await tx.em.find(
    PermissionGrant,
    { grantedBy: employee, $or: [{ validity: { to: null } }, { validity: { to: { $gt: tx.at } } }] },
    { populate: ['organization', 'region', 'role', 'functionPoint', 'employee', 'position'] as never },
  );
  if (given.length === 0) return [];
  const grantor = await grantorOf(tx, employee.id, employee.organization.path);
  const lost: PermissionGrant[] = [];
  for (const grant of given) {
    const points = grant.role
      ? await pointsOfRoles(tx, [grant.role.id])
      : [{ code: grant.functionPoint!.code, limit: null }];
    if (uncovered(grantor, points, await scopeOfGrant(tx, grant)).length) lost.push(grant);
  }
  return lost;
}
