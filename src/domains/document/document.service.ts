import { createHash } from 'node:crypto';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { Document, DocumentVisibility } from './document.js';
import { type DocumentUploadInput, MAX_DOCUMENT_BYTES } from './document.input.js';
import { beginsAs, isKept } from './media-types.js';

/** A file as domains hand it over. */
export interface NewDocument {
  name: string;
  mediaType: string;
  content: Buffer;
  visibility?: DocumentVisibility | null;
  summary?: string | null;
  previous?: Document | null;
}

/** Stores a file (MOD-55). */
export function uploadDocument(context: CallContext, input: DocumentUploadInput): Promise<Document> {
  return context.database.write(context, async (tx) => {
    const { contentBase64, previousId } = input;
    const path = ['input', 'contentBase64'];
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(contentBase64)) refuse('BAD_CONTENT', 'This is not base64.', path);
    const previous = previousId ? await tx.get(Document, previousId, ['input', 'previousId']) : null;
    return storeDocument(tx, { ...input, content: Buffer.from(contentBase64, 'base64'), previous }, ['input']);
  });
}

/**
 * Stores a file in the transaction of a domain, such as one that it made itself. Refuses with BAD_NAME, BAD_TYPE, EMPTY, TOO_LARGE,
 * NO_UNIT, SUPERSEDED.
 * @param path input object that the refusals point into
 */
export async function storeDocument(tx: Transaction, file: NewDocument, path: InputPath = []): Promise<Document> {
  const { name, mediaType, content, previous = null } = file;
  if (/[/\\]/.test(name)) refuse('BAD_NAME', 'A name of a file, without folders.', [...path, 'name']);
  if (!isKept(mediaType)) refuse('BAD_TYPE', 'Files of this type are not kept.', [...path, 'mediaType']);
  const at = [...path, 'contentBase64'];
  if (content.length === 0) refuse('EMPTY', 'There is nothing in it.', at);
  if (content.length > MAX_DOCUMENT_BYTES)
    refuse('TOO_LARGE', `At most ${MAX_DOCUMENT_BYTES} bytes are kept.`, at, { max: MAX_DOCUMENT_BYTES });
  if (!beginsAs(mediaType, content)) refuse('BAD_TYPE', 'The content is of another type.', [...path, 'mediaType']);
  await refuseSuperseded(tx, previous, path);
  const { employeeId, organisationId, subject } = tx.caller;
  const visibility = visibilityOf(file, organisationId, path);
  const document = tx.add(
    Object.assign(new Document(), {
      ...{ name, mediaType, content, previous, visibility, size: content.length },
      sha256: createHash('sha256').update(content).digest('hex'),
      version: (previous?.version ?? 0) + 1,
      summary: file.summary ?? null,
      storedBy: subject,
      author: employeeId ? tx.em.getReference(Employee, employeeId) : null,
      organization: organisationId ? tx.em.getReference(InternalOrganization, organisationId) : null,
    }),
  );
  const data = { name, mediaType, size: document.size, sha256: document.sha256, version: document.version };
  tx.record({ kind: 'BUSINESS_FACT', type: 'document.stored', subject: document, data });
  return document;
}

function visibilityOf({ visibility }: NewDocument, unit: string | undefined, path: InputPath): DocumentVisibility {
  if (!unit && visibility === DocumentVisibility.UNIT)
    refuse('NO_UNIT', 'The caller works in no unit.', [...path, 'visibility']);
  return visibility ?? (unit ? DocumentVisibility.UNIT : DocumentVisibility.STAFF);
}

/** The version before is locked, so two that follow it at the same moment meet here. */
async function refuseSuperseded(tx: Transaction, previous: Document | null, path: InputPath): Promise<void> {
  if (previous && (await tx.em.count(Document, { previous: previous.id })) > 0)
    refuse('SUPERSEDED', 'Another version follows this one already.', [...path, 'previousId']);
}
