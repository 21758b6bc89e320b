import { Decimal } from 'decimal.js';
import type { Caller } from '../../kernel/access/index.js';
import { queryWithin } from '../../kernel/database/query-within.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { HELD_PERMISSIONS, type HeldPermission } from './effective-permissions.js';
import type { PermissionGrant } from './permission-grant.js';

/** Scope of a grant, as the rule "nobody grants more than they hold" compares it. */
export interface GrantedScope {
  organisationPath: string;
  /** Place of the region in the tree; null for all regions. */
  regionPath: string | null;
  /** Keys of the product line and of all around it; null for all products. */
  productLines: readonly string[] | null;
  limit: string | null;
  until: Date | null;
}

/** A function point that a grant would give, with the limit that its role sets. */
export interface GrantedPoint {
  code: string;
  limit: string | null;
}

const ROLE_POINTS = `
  with recursive "role" as (
    select unnest($1::uuid[]) "id" union select "c"."part_id" from "role" "r" join "role_part" "c" on "c"."role_id" = "r"."id"
  )
  select "f"."code", case when bool_or("x"."money_limit" is null) then null else max("x"."money_limit")::text end "limit"
  from "role" "r" join "role_permission" "x" on "x"."role_id" = "r"."id" join "function_point" "f" on "f"."id" = "x"."function_point_id"
  group by "f"."code"`;

/** All function points of roles, those of their parts included. */
export async function pointsOfRoles(tx: Transaction, roleIds: readonly string[]): Promise<GrantedPoint[]> {
  if (roleIds.length === 0) return [];
  await tx.em.flush();
  return queryWithin(tx, ROLE_POINTS, [roleIds]);
}

/** What an employee holds now, as this transaction sees it. */
export async function heldIn(tx: Transaction, employeeId: string): Promise<HeldPermission[]> {
  await tx.em.flush();
  return queryWithin(tx, HELD_PERMISSIONS, [employeeId, tx.at.toISOString()]);
}

/** What a grantor holds, and where they stand. */
export interface Grantor {
  held: readonly HeldPermission[];
  organisationPath: string;
  /** Places of the regions in which they work. */
  regionPaths: ReadonlyMap<string, string>;
}

/** The function points that a grantor may not give in this scope: not held, not passable, or not as far. */
export function uncovered(grantor: Grantor, points: readonly GrantedPoint[], scope: GrantedScope): string[] {
  const covers = (held: HeldPermission, limit: string | null): boolean => {
    const heldRegion = held.regionId === null ? null : grantor.regionPaths.get(held.regionId);
    return (
      held.passable &&
      scope.organisationPath.startsWith(held.organisationPath ?? grantor.organisationPath) &&
      (heldRegion === null || (heldRegion !== undefined && (scope.regionPath?.startsWith(heldRegion) ?? false))) &&
      (held.productLineId === null || (scope.productLines?.includes(held.productLineId) ?? false)) &&
      (held.limit === null || (limit !== null && new Decimal(limit).lte(held.limit))) &&
      (held.until === null || (scope.until !== null && scope.until <= new Date(held.until)))
    );
  };
  return points
    .filter(
      ({ code, limit }) => !grantor.held.some((held) => held.code === code && covers(held, lower(limit, scope.limit))),
    )
    .map(({ code }) => code);
}

function lower(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Decimal.min(a, b).toString();
}

/** Whether the rule applies: administrators, the system, and staff without a list of permissions hold everything. */
export const isBound = (caller: Caller): boolean => caller.kind === 'STAFF' && caller.permissions !== undefined;

const LINES_AROUND = `
  with recursive "around" as (
    select "id", "parent_id" from "product_line" where "id" = $1
    union select "l"."id", "l"."parent_id" from "around" "a" join "product_line" "l" on "l"."id" = "a"."parent_id"
  ) select "id" from "around"`;

/** Keys of a product line and of all around it; null when none is named, which means all products. */
export async function linesAround(
  tx: Transaction,
  line: { id: string } | null | undefined,
): Promise<readonly string[] | null> {
  if (!line) return null;
  return (await queryWithin<{ id: string }>(tx, LINES_AROUND, [line.id])).map(({ id }) => id);
}

/** The scope of a grant that was given. */
export async function scopeOfGrant(tx: Transaction, grant: PermissionGrant): Promise<GrantedScope> {
  return {
    organisationPath: grant.organization.path,
    regionPath: grant.region?.path ?? null,
    productLines: await linesAround(tx, grant.productLine),
    limit: grant.moneyLimit ?? null,
    until: grant.validity.to,
  };
}
