import { mayManageCommon, mayManageUnit } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { InternalOrganization, OwnerLevel } from '../party/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopUnit } from './one-stop-unit.js';
import { OneStopCaseStatus } from './one-stop.enums.js';

const CASE: InputPath = ['input', 'caseId'];

/**
 * Whether the caller acts for a unit: their own or one below it, as far as the position that lets them reaches. The headquarters see what
 * the provinces do and do not do it for them; administrators act for all.
 */
export function actsFor({ caller }: Transaction, unit: InternalOrganization): boolean {
  if (caller.kind !== 'STAFF') return true;
  const headquarters = mayManageCommon(caller) && caller.organisationPath !== undefined;
  return mayManageUnit(caller, unit) && !(headquarters && unit.path !== caller.organisationPath);
}

/** A unit of the operator, also one of another province. Refuses with NOT_FOUND. */
export async function anyUnit(tx: Transaction, id: string, path: InputPath): Promise<InternalOrganization> {
  const decoded = decodeId(id);
  const unit = decoded ? await tx.em.findOne(InternalOrganization, { id: decoded.uuid }) : null;
  return unit ?? refuse('NOT_FOUND', 'There is no InternalOrganization with this id.', path);
}

/** An open case that the caller sees, locked, so that what is done to it is done one after another. */
export async function openCaseOf(tx: Transaction, id: string, path: InputPath = CASE): Promise<OneStopCase> {
  const item = await tx.get(OneStopCase, id, path);
  await tx.em.populate(item, ['origin']);
  if (item.status !== OneStopCaseStatus.OPEN)
    refuse('INVALID_STATE', `The case is ${item.status}.`, path, { state: item.status });
  return item;
}

/** Refuses with OUT_OF_SCOPE who acts neither for the unit that accepted a case, nor for one of the headquarters that takes part. */
export async function requireLead(tx: Transaction, item: OneStopCase, path: InputPath): Promise<void> {
  if (actsFor(tx, item.origin) || (await leads(tx, item))) return;
  refuse('OUT_OF_SCOPE', 'The unit that accepted it does this, or the headquarters.', path);
}

async function leads(tx: Transaction, { id }: OneStopCase): Promise<boolean> {
  const where = { oneStopCase: id, level: OwnerLevel.HEADQUARTERS };
  return (await tx.em.find(OneStopUnit, where, { populate: ['organization'] })).some(({ organization }) =>
    actsFor(tx, organization),
  );
}
