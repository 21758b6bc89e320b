import { createHash } from 'node:crypto';
import type pg from 'pg';
import { defineJob, type JobDefinition, type Schedule } from '../jobs/job.js';

const JOB = 'audit.seal';
const BATCH = 1_000;

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The text of an entry that is sealed. Columns that are null count as absent, so that columns may be added later. Whose figures an entry
 * tells of only says who may see it: it follows from the object and was added to entries that were sealed already.
 */
export const sealedText = (alias: string): string =>
  `jsonb_strip_nulls(to_jsonb(${alias}) - array['seal_position', 'seal_hash', 'figures_customer_id'])::text`;

/** The link of an entry: over the link before it and its own text. */
export const linkOf = (before: string, text: string): string =>
  createHash('sha256').update(before).update('\n').update(text).digest('hex');

/**
 * Seals what is committed into the chain, in batches, until nothing is left; answers how many entries that were. Who writes entries
 * never waits for it: an entry whose transaction commits late simply comes later in the chain.
 */
export async function sealAudit(pool: pg.Pool): Promise<number> {
  let sealed = 0;
  for (let count = BATCH; count === BATCH; sealed += count) count = await sealBatch(pool);
  return sealed;
}

async function sealBatch(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('audit.seal', 0))`);
    const last = await client.query<{ position: string; hash: string }>(
      'select "seal_position" "position", "seal_hash" "hash" from "audit_entry" where "seal_position" is not null order by "seal_position" desc limit 1',
    );
    let hash = last.rows[0]?.hash ?? CHAIN_START;
    let position = Number(last.rows[0]?.position ?? 0);
    const open = await client.query<{ id: string; text: string }>(
      `select "e"."id", ${sealedText('"e"')} "text" from "audit_entry" "e" where "e"."seal_position" is null order by "e"."sequence" limit ${BATCH}`,
    );
    const links = open.rows.map(({ id, text }) => ({ id, position: ++position, hash: (hash = linkOf(hash, text)) }));
    if (links.length) {
      await client.query(
        `update "audit_entry" "e" set "seal_position" = "l"."position", "seal_hash" = "l"."hash"
         from json_to_recordset($1::json) as "l" ("id" uuid, "position" bigint, "hash" text) where "e"."id" = "l"."id"`,
        [JSON.stringify(links)],
      );
    }
    await client.query('commit');
    return links.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The job that seals, and when it runs. */
export function auditSealing(): { jobs: JobDefinition[]; schedules: Schedule[] } {
  const seal = defineJob(JOB, async (_payload, { database }) => void (await sealAudit(database.pool)));
  return {
    jobs: [seal],
    schedules: [
      { name: JOB, cron: '* * * * *', job: JOB, description: 'Seals the operation log into its chain of hashes.' },
    ],
  };
}
