import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';

/** Whether the caller acts for a unit: their own or one below it; administrators act for all. */
export const actsFor = ({ caller }: Transaction, unit: string): boolean =>
  caller.kind !== 'STAFF' || (caller.organisationIds ?? []).includes(unit);

/** Refuses with OUT_OF_SCOPE who does not act for a unit. */
export function requireUnit(tx: Transaction, unit: string, path: InputPath): void {
  if (!actsFor(tx, unit)) refuse('OUT_OF_SCOPE', 'You do not act for this unit.', path);
}
