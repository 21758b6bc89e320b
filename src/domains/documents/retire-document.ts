import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { DocumentAllowance } from './document-allowance.js';
import { DocumentClient } from './document-client.js';
import { documentLifecycle } from './trusted-document.lifecycle.js';
import { TrustedDocument } from './trusted-document.js';

/** The document by its hash, and the client when it is taken from one only. */
export interface RetireDocument {
  hash: string;
  client?: string | null | undefined;
  reason?: string | null | undefined;
}

/** Retires a document for good, or takes it from one client. Running processes follow within seconds. */
export async function retireDocument(context: CallContext, input: RetireDocument): Promise<TrustedDocument> {
  return context.database.write(context, async (tx) => {
    const key = await tx.em.findOne(TrustedDocument, { hash: input.hash.toLowerCase() });
    const document = key && (await tx.find(TrustedDocument, key.id));
    if (!document) return refuse('NOT_FOUND', 'There is no document with this hash.', ['input', 'hash']);
    if (input.client == null) {
      await documentLifecycle.move(tx, document, 'retire', { reason: input.reason ?? null });
      document.retiredAt = tx.at;
      return document;
    }
    const client = await tx.em.findOne(DocumentClient, { code: input.client });
    const allowance = client && (await tx.em.findOne(DocumentAllowance, { client, document }));
    if (!allowance)
      return refuse('NOT_FOUND', 'The document is not registered for a client with this code.', ['input', 'client']);
    tx.em.remove(allowance);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'document.withdrawn',
      subject: document,
      reason: input.reason ?? null,
      data: { client: client.code },
    });
    return document;
  });
}
