import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Partner } from '../partner/index.js';
import { PartnerOperator, PartnerOperatorStatus } from './partner-operator.js';
import { PartnerUnit, PartnerUnitStatus } from './partner-unit.js';

/** Where the caller administers in a partner's tree: an operator in their unit and below, everyone else everywhere. */
export const managedPath = (tx: Transaction): string => tx.caller.partnerUnitPath ?? '/';

/** Refuses with OUT_OF_SCOPE what is not below the caller; `null` is the partner as a whole. */
export function refuseAbove(tx: Transaction, unit: { path: string } | null, path: InputPath): void {
  if ((unit?.path ?? '/').startsWith(managedPath(tx))) return;
  refuse('OUT_OF_SCOPE', 'It does not lie in your part of the organisation.', path);
}

/** A unit of the partner in the caller's part of it, in use. Refuses with NOT_FOUND, OUT_OF_SCOPE, NOT_ACTIVE. */
export async function managedUnitOf(
  tx: Transaction,
  partner: Partner,
  id: string,
  path: InputPath,
): Promise<PartnerUnit> {
  const unit = await tx.get(PartnerUnit, id, path);
  if (unit.partner.id !== partner.id) refuse('NOT_FOUND', 'The partner has no such unit.', path);
  refuseAbove(tx, unit, path);
  if (unit.status !== PartnerUnitStatus.ACTIVE) refuse('NOT_ACTIVE', 'The unit is closed.', path);
  return unit;
}

/** An operator of the partner in the caller's part of it, who works there. Refuses with NOT_FOUND, OUT_OF_SCOPE, NOT_ACTIVE. */
export async function managedOperator(
  tx: Transaction,
  partner: Partner,
  id: string,
  path: InputPath,
): Promise<PartnerOperator> {
  const operator = await tx.get(PartnerOperator, id, path);
  if (operator.partner.id !== partner.id) refuse('NOT_FOUND', 'The partner has no such operator.', path);
  await tx.em.populate(operator, ['unit'] as never);
  refuseAbove(tx, operator.unit ?? null, path);
  if (operator.status !== PartnerOperatorStatus.ACTIVE) refuse('NOT_ACTIVE', 'The operator has left.', path);
  return operator;
}

/** Refuses with OUT_OF_SCOPE when the operator is the caller: nobody decides about themselves. */
export function refuseSelf(tx: Transaction, operator: PartnerOperator, path: InputPath): void {
  if (tx.caller.operatorId === operator.id) refuse('OUT_OF_SCOPE', 'Others decide about you.', path);
}
