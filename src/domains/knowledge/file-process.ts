import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { Document } from '../document/index.js';
import { ProcessTemplate, ProcessTemplateVersion, ProcessVersionStatus } from '../process/index.js';
import { filePublished } from './file-published.js';
import type { KnowledgeProcessFileInput } from './knowledge.input.js';
import { KnowledgeAttachment, KnowledgeItem } from './knowledge-item.js';

/**
 * Files a published version of a process template as knowledge, unless that was done already, as it is after each publication; and says
 * about it what is to be read with it, and which documents go along (WFL-32, WFL-33).
 */
export function fileProcess(context: CallContext, input: KnowledgeProcessFileInput): Promise<KnowledgeItem> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'versionId'];
    const version = await tx.get(ProcessTemplateVersion, input.versionId, path, { lock: false });
    // The template is locked: versions of it are filed one after another, whatever their order.
    const template = (await tx.find(ProcessTemplate, version.template.id))!;
    if (version.status !== ProcessVersionStatus.PUBLISHED || version.instanceOwn)
      refuse('NOT_PUBLISHED', 'Only what is published is filed.', path, { state: version.status });
    await filePublished(tx, template);
    const item = await tx.em.findOneOrFail(KnowledgeItem, { processVersion: version.id });
    const changes = applyChanges(item, { content: input.content ?? undefined });
    const documents = await attach(tx, item, input.documentIds ?? []);
    if (changes.length + documents.length === 0) return item;
    const data = { itemNo: item.itemNo, changes, documents };
    tx.record({ kind: 'RECORD_CHANGE', type: 'knowledge.changed', subject: item, data });
    return item;
  });
}

/** Lets documents go along, each once. @returns ids of those that did not before */
async function attach(tx: Transaction, item: KnowledgeItem, ids: readonly string[]): Promise<string[]> {
  const known = await tx.em.find(KnowledgeAttachment, { item: item.id });
  const there = new Set(known.map(({ document }) => document.id));
  const added: string[] = [];
  for (const [index, id] of ids.entries()) {
    const document = await tx.get(Document, id, ['input', 'documentIds', index], { lock: false });
    if (there.has(document.id)) continue;
    there.add(document.id);
    tx.add(Object.assign(new KnowledgeAttachment(), { item, document }));
    added.push(id);
  }
  return added;
}
