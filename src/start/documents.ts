import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import {
  addDocumentUses,
  documentInspection,
  readDocumentRights,
  readDocuments,
  registerDocuments,
  type Registration,
  saveDocumentClient,
} from '../domains/documents/index.js';
import { createInspector, OWN_CLIENT, TrustedDocuments } from '../graph/documents/index.js';
import type { Example } from '../graph/http/index.js';
import type { Database } from '../kernel/database/database.js';
import type { Logger } from '../kernel/log/log.js';

/** What we ship may cost what an ad-hoc operation may. */
const OWN_COST = 50_000;

/** Lets the registry ask the graph about texts. */
export function connectInspection(schema: GraphQLSchema): void {
  documentInspection.connect(createInspector(schema), 'graph');
}

/** The registered documents of this process, out of the database. */
export function openDocuments(database: Database, log: Logger): TrustedDocuments {
  return new TrustedDocuments({
    log,
    source: {
      find: (hashes) => readDocuments(database, hashes),
      rights: (hashes) => readDocumentRights(database, hashes),
      record: (uses) => addDocumentUses(database, uses),
    },
  });
}

/** Registers the documents that we ship for a client of our own: what is not registered yet is added, nothing is taken away. */
export async function registerOwn(
  database: Database,
  shipped: readonly Example[],
  log: Logger,
): Promise<Registration | undefined> {
  if (shipped.length === 0) return undefined;
  const context = database.systemContext('documents');
  await saveDocumentClient(context, { code: OWN_CLIENT, name: 'Switchboard', maxCost: OWN_COST });
  const operations = shipped.map(({ name, query }) => ({
    id: createHash('sha256').update(query).digest('hex'),
    name,
    body: query,
  }));
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  const registration = await registerDocuments(context, { client: OWN_CLIENT, manifest });
  for (const { name, code, reason } of registration.refused)
    log.warn({ document: name, code, reason }, 'A shipped document was not registered.');
  return registration;
}
