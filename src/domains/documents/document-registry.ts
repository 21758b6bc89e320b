import type { Database } from '../../kernel/database/database.js';
import { v7 } from '../../kernel/model/index.js';

/** A registered document with the clients that may run it, by code, and what each may do with it. */
export interface DocumentRights {
  hash: string;
  clients: ReadonlyMap<string, { cacheSeconds: number; maxCost: number }>;
}

interface Row {
  hash: string;
  text: string;
  clients: Record<string, { cacheSeconds: number; maxCost: number }>;
}

const rights = `
  jsonb_object_agg(c."code", jsonb_build_object('cacheSeconds', c."cache_seconds", 'maxCost', c."max_cost")) as "clients"
  from "trusted_document" d
  join "document_allowance" a on a."document_id" = d."id"
  join "document_client" c on c."id" = a."client_id" and c."active"
  where d."hash" = any($1) and d."status" = 'ACTIVE'
  group by d."id"`;

const READ = `select d."hash", d."text", ${rights}`;
const READ_RIGHTS = `select d."hash", ${rights}`;

type Pool = Pick<Database, 'pool'>;

/** The documents with these hashes that some client may run. */
export async function readDocuments(
  { pool }: Pool,
  hashes: readonly string[],
): Promise<(DocumentRights & { text: string })[]> {
  const { rows } = await pool.query<Row>({ name: 'documents_read', text: READ, values: [hashes] });
  return rows.map(({ hash, text, clients }) => ({ hash, text, clients: new Map(Object.entries(clients)) }));
}

/** The rights of the documents with these hashes that some client may run. */
export async function readDocumentRights({ pool }: Pool, hashes: readonly string[]): Promise<DocumentRights[]> {
  const { rows } = await pool.query<Row>({ name: 'documents_rights', text: READ_RIGHTS, values: [hashes] });
  return rows.map(({ hash, clients }) => ({ hash, clients: new Map(Object.entries(clients)) }));
}

/** Use of a document by a client since it was last written. */
export interface DocumentUse {
  hash: string;
  client: string;
  count: number;
  lastUsedAt: Date;
}

// In the order of the keys, so that two processes that write at once do not wait for each other in a circle.
const ADD_USES = `
  insert into "document_usage" ("id", "created_at", "updated_at", "document_id", "client_id", "day", "count", "last_used_at")
  select u."id", now(), now(), d."id", c."id", (u."lastUsedAt" at time zone 'UTC')::date, u."count", u."lastUsedAt"
  from json_to_recordset($1::json) as u("id" uuid, "hash" text, "client" text, "count" int, "lastUsedAt" timestamptz)
  join "trusted_document" d on d."hash" = u."hash"
  join "document_client" c on c."code" = u."client"
  order by d."id", c."id"
  on conflict ("document_id", "client_id", "day") do update
    set "count" = "document_usage"."count" + excluded."count",
        "last_used_at" = greatest("document_usage"."last_used_at", excluded."last_used_at"),
        "updated_at" = now()`;

/** Adds to the statistics of the day on which a document was last used. */
export async function addDocumentUses({ pool }: Pool, uses: readonly DocumentUse[]): Promise<void> {
  await pool.query(ADD_USES, [JSON.stringify(uses.map((use) => ({ id: v7(), ...use })))]);
}
