import { mayManageCommon, mayManageUnit } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { InternalOrganization, PartyStatus } from '../party/index.js';
import { Region } from '../region/index.js';
import { StandardUnitUse } from './standard-unit-use.js';

/** The unit with this id, in the caller's part of the organisation; refuses with NOT_FOUND or OUT_OF_SCOPE. */
export async function managedUnit(tx: Transaction, id: string, path: InputPath): Promise<InternalOrganization> {
  const unit = await tx.get(InternalOrganization, id, path);
  if (!mayManageUnit(tx.caller, unit))
    refuse('OUT_OF_SCOPE', 'The unit does not lie in your part of the organisation.', path);
  return unit;
}

/** Like {@link managedUnit}, of a unit that is in use. */
export async function openUnit(tx: Transaction, id: string, path: InputPath): Promise<InternalOrganization> {
  const unit = await managedUnit(tx, id, path);
  if (unit.status !== PartyStatus.ACTIVE) refuse('NOT_ACTIVE', 'The unit is closed.', path);
  return unit;
}

/** Refuses with OUT_OF_SCOPE when the unit is the caller's own: who works in it cannot move or close it. */
export function refuseOwn(tx: Transaction, unit: InternalOrganization, path: InputPath): void {
  if (tx.caller.organisationId === unit.id) refuse('OUT_OF_SCOPE', 'Your own unit is looked after from above.', path);
}

/** Refuses with STANDARD when the unit comes from a standard of the headquarters, which a province cannot change (SYS-61). */
export async function refuseStandard(tx: Transaction, unit: InternalOrganization, path: InputPath): Promise<void> {
  if (mayManageCommon(tx.caller)) return;
  if ((await tx.em.count(StandardUnitUse, { unit })) > 0)
    refuse('STANDARD', 'The headquarters issued this unit; it is changed there.', path);
}

/** The regions with these ids, each in the regions of the calling staff; refuses with OUT_OF_SCOPE. */
export async function regionsInScope(tx: Transaction, ids: readonly string[], path: InputPath): Promise<Region[]> {
  const regions: Region[] = [];
  for (const [index, id] of ids.entries()) {
    const at = ids.length === 1 && path.at(-1) === 'regionId' ? path : [...path, index];
    const region = await tx.get(Region, id, at, { lock: false });
    if (tx.caller.kind === 'STAFF' && !tx.caller.regionIds.includes(region.id))
      refuse('OUT_OF_SCOPE', 'You may not act for this region.', at, { region: region.code });
    regions.push(region);
  }
  return regions;
}

/** The tree is changed by one operation at a time, so that two moves cannot close a circle. */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('organisation.tree'))`);
}
