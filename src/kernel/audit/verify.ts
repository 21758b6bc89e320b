import type pg from 'pg';
import { CHAIN_START, linkOf, sealedText } from './seal.js';

/** What a check of the chain found. */
export interface AuditCheck {
  /** Entries in the chain that are as they were sealed. */
  sound: number;
  /** Entries that are not sealed yet. */
  unsealed: number;
  /** The last link: who kept an earlier one elsewhere can tell whether the end of the chain was cut off. */
  head: { position: number; hash: string };
  /** The first place where the chain is broken; absent when it is whole. */
  broken?: { position: number; why: 'CHANGED' | 'MISSING' };
}

const PAGE = 5_000;

/**
 * Checks every link of the chain.
 * @param expected a link that was noted earlier; it must still be there.
 */
export async function verifyAudit(pool: pg.Pool, expected?: { position: number; hash: string }): Promise<AuditCheck> {
  let head = { position: 0, hash: CHAIN_START };
  let broken: AuditCheck['broken'];
  for (let more = true; more && !broken;) {
    const { rows } = await pool.query<{ position: string; hash: string; text: string }>(
      `select "e"."seal_position" "position", "e"."seal_hash" "hash", ${sealedText('"e"')} "text" from "audit_entry" "e"
       where "e"."seal_position" > $1 order by "e"."seal_position" limit ${PAGE}`,
      [head.position],
    );
    for (const row of rows) {
      const position = head.position + 1;
      if (Number(row.position) !== position) broken = { position, why: 'MISSING' };
      else if (row.hash !== linkOf(head.hash, row.text)) broken = { position, why: 'CHANGED' };
      else if (expected?.position === position && expected.hash !== row.hash) broken = { position, why: 'CHANGED' };
      if (broken) break;
      head = { position, hash: row.hash };
    }
    more = rows.length === PAGE;
  }
  if (!broken && expected && expected.position > head.position)
    broken = { position: head.position + 1, why: 'MISSING' };
  const open = await pool.query<{ count: string }>('select count(*) from "audit_entry" where "seal_position" is null');
  return { sound: head.position, unsealed: Number(open.rows[0]!.count), head, ...(broken ? { broken } : {}) };
}
