import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Employee } from '../organisation/index.js';

const RANK = `
  select min("p"."level")::int "rank" from "employee_position" "h" join "job_position" "p" on "p"."id" = "h"."position_id"
  where "h"."employee_id" = ? and "h"."validity_from" <= ? and ("h"."validity_to" is null or "h"."validity_to" > ?)`;

/** The best rank of the positions that an employee holds; 1 is the highest, and without a position it is the lowest of all. */
async function rankOf(tx: Transaction, { id }: Pick<Employee, 'id'>): Promise<number> {
  const [best] = await tx.em.execute<{ rank: number | null }[]>(RANK, [id, tx.at, tx.at]);
  return best?.rank ?? Number.POSITIVE_INFINITY;
}

/** Refuses with RANK_TOO_LOW a seller who ranks no higher than the present one: that would bring no more authority (SAL-23). */
export async function requireHigherRank(
  tx: Transaction,
  seller: Employee,
  present: Employee | null,
  path: InputPath,
): Promise<void> {
  const [now, then] = [present ? await rankOf(tx, present) : Number.POSITIVE_INFINITY, await rankOf(tx, seller)];
  if (then >= now) refuse('RANK_TOO_LOW', 'The seller ranks no higher than the present one.', path);
}
