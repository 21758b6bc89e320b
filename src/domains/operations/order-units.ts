import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { InternalOrganization, PartyStatus } from '../party/index.js';
import { requireUnit } from './require-unit.js';

/** The unit that asks: the one named, which must be the caller's, else the caller's own. Refuses with REQUIRED, NOT_FOUND, OUT_OF_SCOPE. */
export async function requesterOf(tx: Transaction, id: string | null): Promise<InternalOrganization> {
  const path = ['input', 'requesterId'];
  const own = tx.caller.organisationId;
  const unit = id
    ? await tx.get(InternalOrganization, id, path, { lock: false })
    : own
      ? await tx.em.findOne(InternalOrganization, { id: own })
      : null;
  if (!unit) return refuse('REQUIRED', 'Which unit asks?', path);
  requireUnit(tx, unit.id, path);
  return unit;
}

/** A unit of the operator that is not closed, also one that the caller may not look into. Refuses with NOT_FOUND, NOT_ACTIVE. */
export async function anyUnit(tx: Transaction, id: string, path: InputPath): Promise<InternalOrganization> {
  const decoded = decodeId(id);
  const unit = decoded ? await tx.em.findOne(InternalOrganization, { id: decoded.uuid }) : null;
  if (!unit) return refuse('NOT_FOUND', 'There is no InternalOrganization with this id.', path);
  refuseClosed(unit, path);
  return unit;
}

/** A closed unit answers nobody any more. */
export function refuseClosed({ status }: Pick<InternalOrganization, 'status'>, path: InputPath): void {
  if (status !== PartyStatus.ACTIVE) refuse('NOT_ACTIVE', 'The unit is closed.', path, { status });
}
