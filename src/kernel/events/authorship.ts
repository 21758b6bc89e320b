import type { Transaction } from '../database/transaction.js';

/** Entries that say that one of some objects was begun or changed. */
const WRITES = `"history_entry" where "subject_id" = any(?::uuid[])
  and ("kind" = 'RECORD_CHANGE' or "type" like '%.created' or ("kind" = 'STATE_CHANGE' and "from_state" is null))`;

const WRITTEN = `
  select 1 from ${WRITES}
    and (("actor" = ? and "data"->>'approvalNo' is null) or "data"->>'proposedBy' = ?) limit 1`;

/**
 * Whether the caller has begun or changed one of these objects, as the history says; who only approved a change of somebody else has not.
 * @param ids keys of objects whose changes are recorded
 */
export async function hasWritten(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const { subject } = tx.caller;
  return (await tx.em.execute<unknown[]>(WRITTEN, [`{${ids.join(',')}}`, subject, subject])).length > 0;
}

const LAST = `select coalesce(max("sequence"), 0)::text "last" from ${WRITES}`;

/**
 * A mark of how far these objects have been changed: a later change gives a greater one. Entries that are kept no longer give a smaller one.
 * @param ids keys of objects whose changes are recorded
 */
export async function changeMark(tx: Transaction, ids: readonly string[]): Promise<bigint> {
  await tx.em.flush();
  const [found] = await tx.em.execute<{ last: string }[]>(LAST, [`{${ids.join(',')}}`]);
  return BigInt(found!.last);
}
