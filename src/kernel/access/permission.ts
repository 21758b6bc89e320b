import { codedError } from '../errors/coded-error.js';
import type { Caller, CallerKind } from './caller.js';

/** A permission that is no operation of the graph, such as to read identity numbers. */
export interface NamedPermission {
  /** Dotted name, such as `party.identity.read`. */
  name: string;
  /** Domain that it belongs to. */
  area: string;
  /** What it allows, for those who grant it. */
  description: string;
}

const named = new Map<string, NamedPermission>();

/** Declares a permission beside those that stand for mutations and subscriptions. */
export function definePermission(permission: NamedPermission): void {
  if (named.has(permission.name)) throw new Error(`Permission ${permission.name} is declared twice.`);
  named.set(permission.name, permission);
}

export const namedPermissions = (): NamedPermission[] => [...named.values()];

/**
 * Whether the caller holds a named permission. Administrators, the system and staff without a list of permissions hold all;
 * customers and partners hold those that a key gives them.
 */
export function holds(caller: Pick<Caller, 'kind' | 'permissions'>, permission: string): boolean {
  if (caller.permissions) return caller.permissions.has(permission);
  return caller.kind === 'ADMIN' || caller.kind === 'SYSTEM' || caller.kind === 'STAFF';
}

/** @throws FORBIDDEN when the caller does not hold the permission. */
export function requirePermission(caller: Caller, permission: string): void {
  if (!holds(caller, permission))
    throw codedError('FORBIDDEN', `The permission ${permission} is needed.`, { permission });
}

/** The caller while it uses one permission: its regions and its part of the organisation are those of the grants. */
export function actingUnder(caller: Caller, operation: string): Caller {
  const scopes = caller.scopes?.get(operation);
  if (!scopes) return caller;
  const regions = scopes.every((scope) => scope.regionIds)
    ? new Set(scopes.flatMap((scope) => scope.regionIds!))
    : undefined;
  const paths = scopes.map((scope) => scope.organisationPath ?? caller.organisationPath);
  return {
    ...caller,
    ...(regions ? { regionIds: caller.regionIds.filter((id) => regions.has(id)) } : {}),
    acting: scopes,
    managedPaths: [...new Set(paths.filter((path) => path !== undefined))],
  };
}

/**
 * Whether a unit lies in the part of the organisation in which the caller may act: their own unit and all below, or what their
 * permission names. Staff without a unit act for the units of their regions.
 */
export function mayManageUnit(caller: Caller, unit: { id: string; path: string }): boolean {
  if (caller.kind === 'ADMIN' || caller.kind === 'SYSTEM') return true;
  if (caller.managedPaths) return caller.managedPaths.some((root) => unit.path.startsWith(root));
  if (caller.organisationPath !== undefined) return unit.path.startsWith(caller.organisationPath);
  return caller.organisationIds?.includes(unit.id) ?? false;
}

/** Whether the caller may change what is common to the whole operator: administrators, and staff of the root of the organisation. */
export function mayManageCommon(caller: Caller): boolean {
  if (caller.kind === 'ADMIN' || caller.kind === 'SYSTEM') return true;
  return (caller.managedPaths ?? [caller.organisationPath ?? '']).some((path) => /^\/[^/]+\/$/.test(path));
}

/**
 * For queries that are not generated from nouns, whose row policies would decide: refuses kinds of callers for whom they are not meant.
 * @throws FORBIDDEN for callers other than administrators, the system and these kinds
 */
export function requireKind(caller: Caller, ...kinds: readonly CallerKind[]): void {
  if (caller.kind === 'ADMIN' || caller.kind === 'SYSTEM' || kinds.includes(caller.kind)) return;
  throw codedError('FORBIDDEN', `Callers of kind ${caller.kind} may not ask this.`);
}
