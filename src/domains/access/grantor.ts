import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { Region } from '../region/index.js';
import { type GrantedPoint, type GrantedScope, type Grantor, heldIn, isBound, uncovered } from './grant-cover.js';

/** What the calling employee may grant; undefined for callers who hold everything. */
export async function callingGrantor(tx: Transaction): Promise<Grantor | undefined> {
  const { employeeId, organisationPath } = tx.caller;
  if (!isBound(tx.caller) || !employeeId || !organisationPath) return undefined;
  return grantorOf(tx, employeeId, organisationPath);
}

/** What an employee may grant. */
export async function grantorOf(tx: Transaction, employeeId: string, organisationPath: string): Promise<Grantor> {
  const held = await heldIn(tx, employeeId);
  const regionIds = [...new Set(held.flatMap(({ regionId }) => regionId ?? []))];
  const regions = regionIds.length ? await tx.em.find(Region, { id: { $in: regionIds } }) : [];
  return { held, organisationPath, regionPaths: new Map(regions.map(({ id, path }) => [id, path])) };
}

/**
 * Refuses with NOT_HELD when the caller does not hold one of the function points, or not as far, or may not grant it on (SYS-27).
 * @param scope where they are to count; left out, in the caller's own part of the organisation
 */
export async function refuseUncovered(
  tx: Transaction,
  points: readonly GrantedPoint[],
  path: InputPath,
  scope?: GrantedScope,
): Promise<void> {
  const grantor = await callingGrantor(tx);
  if (!grantor) return;
  const own: GrantedScope = {
    organisationPath: grantor.organisationPath,
    regionPath: null,
    productLines: null,
    limit: null,
    until: null,
  };
  const missing = uncovered(grantor, points, scope ?? own);
  if (missing.length)
    refuse('NOT_HELD', 'You may grant only what you hold yourself and may pass on, and no further.', path, {
      functionPoints: missing,
    });
}
