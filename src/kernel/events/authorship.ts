import type { Transaction } from '../database/transaction.js';

const WRITTEN = `
  select 1 from "history_entry" where "subject_id" = any(?::uuid[]) and ("kind" = 'RECORD_CHANGE' or "type" like '%.created' or ("kind" = 'STATE_CHANGE' and "from_state" is null))
    and (("actor" = ? and "data"->>'approvalNo' is null) or "data"->>'proposedBy' = ?) limit 1`;

/**
 * Whether the caller has begun or changed one of these objects, as the history says; who only approved a change of somebody else has not.
 * @param ids keys of objects whose changes are recorded
 */
export async function hasWritten(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const { subject } = tx.caller;
  return (await tx.em.execute<unknown[]>(WRITTEN, [`{${ids.join(',')}}`, subject, subject])).length > 0;
}
