import type pg from 'pg';
import type { Caller, PermissionScope } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { HELD_PERMISSIONS, type HeldPermission } from './effective-permissions.js';

/** Permission to read the operation log of the own regions. */
export const AUDIT_READ = 'audit.read';

/** Permission to read of business that units of several levels and places carry out together, declared by its domain. */
export const ONE_STOP_READ = 'one-stop.read';

/** An employee as a caller of the graph, and whether their staff number may be used now. */
export type StaffCaller =
  { valid: true; caller: Omit<Caller, 'kind' | 'expiresAt'> & { permissions: ReadonlySet<string> } } | { valid: false };

interface EmployeeRow {
  id: string;
  name: string;
  organizationId: string;
  path: string;
  valid: boolean;
}

const EMPLOYEE = `
  select "e"."id", "e"."name", "e"."organization_id" "organizationId", "o"."path",
    "e"."status" = 'ACTIVE' and "e"."validity_from" <= $2 and ("e"."validity_to" is null or "e"."validity_to" > $2) "valid"
  from "employee" "e" join "party" "o" on "o"."id" = "e"."organization_id" where "e"."employee_no" = $1`;

/** Regions of the employee: their own, else those that the unit serves, else where it has its seat; each with all inside. */
const REGIONS = `
  with "own" as (
    select "region_id" from "employee_region" where "employee_id" = $1 and "validity_from" <= $2 and ("validity_to" is null or "validity_to" > $2)
  ), "served" as (
    select "region_id" from "organization_region" where "organization_id" = $3 and not exists (select 1 from "own")
  ), "scope" as (
    select "region_id" from "own" union select "region_id" from "served"
    union select "region_id" from "party" where "id" = $3 and not exists (select 1 from "own") and not exists (select 1 from "served")
  )
  select distinct "inside"."id", "inside"."path" from "scope" join "region" "around" on "around"."id" = "scope"."region_id"
  join "region" "inside" on "inside"."path" >= "around"."path" and starts_with("inside"."path", "around"."path")
  order by "inside"."path"`;

const UNITS = `select "id", "path", "region_id" as "regionId" from "party" where "kind" = 'INTERNAL_ORGANIZATION' and starts_with("path", $1)`;

const LINES_INSIDE = `
  with recursive "inside" as (
    select "id" "scope", "id" from "product_line" where "id" = any($1::uuid[])
    union select "i"."scope", "l"."id" from "inside" "i" join "product_line" "l" on "l"."parent_id" = "i"."id"
  ) select "scope", "id" from "inside"`;

const INSIDE = `
  select "around"."id" "scope", "inside"."id" from "region" "around"
  join "region" "inside" on "inside"."path" >= "around"."path" and starts_with("inside"."path", "around"."path")
  where "around"."id" = any($1::uuid[])`;

/** Looks up a staff number with everything that policies compare; undefined when there is no such number. */
export async function findStaffCaller(
  database: Pick<Database, 'pool'>,
  employeeNo: string,
  at = new Date(),
): Promise<StaffCaller | undefined> {
  const { pool } = database;
  const [employee] = await rows<EmployeeRow>(pool, 'staff_caller', EMPLOYEE, [employeeNo, at]);
  if (!employee?.valid) return employee && { valid: false };
  const [held, regions, units] = await Promise.all([
    heldPermissions(pool, employee.id, at),
    rows<{ id: string }>(pool, 'staff_regions', REGIONS, [employee.id, at, employee.organizationId]),
    rows<Unit>(pool, 'staff_units', UNITS, [employee.path]),
  ]);
  const regionIds = regions.map(({ id }) => id);
  const permissions = new Set(held.map(({ code }) => code));
  const scopes = await scopesOf(pool, held);
  const readable = permissions.has(ONE_STOP_READ)
    ? unitsWithin(units, new Set(regionIds), scopes.get(ONE_STOP_READ))
    : [];
  return {
    valid: true,
    caller: {
      subject: employeeNo,
      name: employee.name,
      employeeId: employee.id,
      organisationId: employee.organizationId,
      organisationPath: employee.path,
      organisationIds: units.map(({ id }) => id),
      oneStopUnitIds: readable,
      regionIds,
      permissions,
      scopes,
      ...(permissions.has(AUDIT_READ) ? { auditRegionIds: regionIds } : {}),
    },
  };
}

interface Unit {
  id: string;
  path: string;
  regionId: string | null;
}

/** Keys of those units in which one of the grants of a permission may be used; all in the regions without limits of its own. */
function unitsWithin(
  units: readonly Unit[],
  regionIds: ReadonlySet<string>,
  scopes: readonly PermissionScope[] = [{}],
): string[] {
  const reaches = ({ path, regionId }: Unit) =>
    scopes.some(
      (scope) =>
        path.startsWith(scope.organisationPath ?? '') &&
        (regionId === null || (scope.regionIds?.includes(regionId) ?? regionIds.has(regionId))),
    );
  return units.filter(reaches).map(({ id }) => id);
}

/** Every permission of an employee, one for each role or grant that gives it. */
export const heldPermissions = (pool: pg.Pool, employeeId: string, at: Date): Promise<HeldPermission[]> =>
  rows<HeldPermission>(pool, 'staff_permissions', HELD_PERMISSIONS, [employeeId, at]);

/** Keys of the units whose seat is in one of the regions: the part of the organisation of staff without a unit. */
export async function unitsInRegions(
  database: Pick<Database, 'pool'>,
  regionIds: readonly string[],
): Promise<string[]> {
  const text = `select "id" from "party" where "kind" = 'INTERNAL_ORGANIZATION' and "region_id" = any($1::uuid[])`;
  return (await rows<{ id: string }>(database.pool, 'units_in_regions', text, [regionIds])).map(({ id }) => id);
}

async function scopesOf(pool: pg.Pool, held: readonly HeldPermission[]): Promise<Map<string, PermissionScope[]>> {
  const regions = await insideOf(
    pool,
    'regions_inside',
    INSIDE,
    held.map(({ regionId }) => regionId),
  );
  const lines = await insideOf(
    pool,
    'lines_inside',
    LINES_INSIDE,
    held.map(({ productLineId }) => productLineId),
  );
  const scopes = new Map<string, PermissionScope[]>();
  for (const [code, grants] of Map.groupBy(held, (permission) => permission.code)) {
    const own = grants.map(({ organisationPath, regionId, productLineId, limit }): PermissionScope => ({
      ...(organisationPath === null ? {} : { organisationPath }),
      ...(regionId === null ? {} : { regionIds: regions.get(regionId)! }),
      ...(productLineId === null ? {} : { productLineIds: lines.get(productLineId)! }),
      ...(limit === null ? {} : { limit }),
    }));
    if (own.some((scope) => Object.keys(scope).length > 0)) scopes.set(code, own);
  }
  return scopes;
}

/** Keys of what lies inside each of the named nodes of a tree, themselves included. */
async function insideOf(
  pool: pg.Pool,
  name: string,
  text: string,
  keys: readonly (string | null)[],
): Promise<Map<string, string[]>> {
  const roots = [...new Set(keys.filter((key) => key !== null))];
  const found = roots.length ? await rows<{ scope: string; id: string }>(pool, name, text, [roots]) : [];
  return new Map([...Map.groupBy(found, ({ scope }) => scope)].map(([root, own]) => [root, own.map(({ id }) => id)]));
}

async function rows<Row extends object>(pool: pg.Pool, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values })).rows;
}
