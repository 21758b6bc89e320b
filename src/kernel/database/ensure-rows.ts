import type { Class } from '../model/registry.js';
import type { Node } from '../model/noun.js';
import { v7 } from '../model/uuid.js';
import type { Transaction } from './transaction.js';

/** A noun of reference data: its code names a row for good. */
type Coded = Node & { code: string };

/**
 * Inserts reference data whose codes are not there yet; rows that exist stay as the operator changed them, and several servers
 * may do it at once. Answers the keys of all rows by code. References are given as keys.
 */
export async function ensureRows(
  tx: Transaction,
  noun: Class<Coded>,
  rows: readonly ({ code: string } & Record<string, unknown>)[],
): Promise<Map<string, string>> {
  const times = { createdAt: tx.at, updatedAt: tx.at };
  const complete = rows.map((row) => ({ id: v7(), ...times, ...row }));
  await tx.em.upsertMany(
    noun as never,
    complete as never,
    { onConflictFields: ['code'], onConflictAction: 'ignore' } as never,
  );
  const found = (await tx.em.find(noun as never, { code: { $in: rows.map((row) => row.code) } } as never)) as Coded[];
  return new Map(found.map((row) => [row.code, row.id]));
}
