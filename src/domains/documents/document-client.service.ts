import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { DocumentClient } from './document-client.js';

/** Limits that a client has when nobody says otherwise. */
const defaults = { maxCost: 10_000, maxDocuments: 500, cacheSeconds: 0, active: true };

/** A client as it shall be; what is absent is the default of a new client, and stays as it is with one that is there. */
export interface SaveDocumentClient {
  code: string;
  name?: string | null | undefined;
  maxCost?: number | null | undefined;
  maxDocuments?: number | null | undefined;
  cacheSeconds?: number | null | undefined;
  active?: boolean | null | undefined;
}

/** Makes a client, or changes the one with this code. */
export async function saveDocumentClient(context: CallContext, input: SaveDocumentClient): Promise<DocumentClient> {
  const { code } = input;
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(code))
    refuse('INVALID_CODE', 'Expected are lower-case letters, digits, "-", "_" and ".", a letter or digit first.', [
      'input',
      'code',
    ]);
  return context.database.write(context, async (tx) => {
    const found = await tx.em.findOne(DocumentClient, { code });
    const client = found ?? Object.assign(new DocumentClient(), { code, name: code, ...defaults });
    const changes = applyChanges<DocumentClient>(client, {
      name: input.name ?? undefined,
      maxCost: input.maxCost ?? undefined,
      maxDocuments: input.maxDocuments ?? undefined,
      cacheSeconds: input.cacheSeconds ?? undefined,
      active: input.active ?? undefined,
    });
    if (!found || changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'document-client.saved',
        subject: client,
        data: { code, created: !found, changes },
      });
    return tx.add(client);
  });
}
