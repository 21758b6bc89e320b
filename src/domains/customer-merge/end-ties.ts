import type { Transaction } from '../../kernel/database/transaction.js';
import { nounOf } from '../../kernel/model/index.js';
import { CustomerRelationship } from '../customer/index.js';
import type { ChangeLog } from './move-rows.js';

/** As what the end of a relation is kept, since no field by itself holds it. */
const FIELD = 'validity';
const COLUMN = 'validity_to';

/** Columns of kept values that are not named like their field. */
export const COLUMNS_OF_FIELDS: ReadonlyMap<string, string> = new Map([
  [`${nounOf(CustomerRelationship).name}.${FIELD}`, COLUMN],
]);

/** Ends the relations between two customers while they are one (CUS-47, CUS-80): they stay where they are, and hold again after a split. */
export async function endTies(tx: Transaction, log: ChangeLog, survivorId: string, absorbedId: string): Promise<void> {
  const { name, tag, table } = nounOf(CustomerRelationship);
  const ended = await tx.em.execute<{ id: string; to: unknown }[]>(
    `update "${table}" set "${COLUMN}" = ?, "updated_at" = ?
     where "${COLUMN}" is null and (("from_id" = ? and "to_id" = ?) or ("from_id" = ? and "to_id" = ?))
     returning "id", to_jsonb("${COLUMN}") "to"`,
    [tx.at, tx.at, survivorId, absorbedId, absorbedId, survivorId],
  );
  for (const { id, to } of ended) log.add(name, tag!, id, FIELD, null, to);
}
