import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Document } from '../document/index.js';
import { ProcessTemplate, ProcessTemplateVersion, ProcessVersionStatus } from '../process/index.js';
import type { KnowledgeProcessFileInput } from './knowledge.input.js';
import { KnowledgeAttachment, KnowledgeItem, KnowledgeType } from './knowledge-item.js';

/** Files a published version of a process template as knowledge, once however often it is sent (WFL-32, WFL-33). */
export function fileProcess(context: CallContext, input: KnowledgeProcessFileInput): Promise<KnowledgeItem> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'versionId'];
    const version = await tx.get(ProcessTemplateVersion, input.versionId, path, { lock: false });
    // The template is locked: versions of it are filed one after another, whatever their order.
    const template = (await tx.find(ProcessTemplate, version.template.id))!;
    if (version.status !== ProcessVersionStatus.PUBLISHED || version.instanceOwn)
      refuse('NOT_PUBLISHED', 'Only what is published is filed.', path, { state: version.status });
    const filed = await tx.em.findOne(KnowledgeItem, { processVersion: version.id });
    if (filed) return filed;
    const { code: templateNo, name: title } = template;
    const previous = await tx.em.findOne(KnowledgeItem, { templateNo }, { orderBy: { version: 'desc' } });
    if (previous) previous.validity = TimePeriod.since(previous.validity.from, tx.at);
    const item = tx.add(
      Object.assign(new KnowledgeItem(), {
        ...{ title, templateNo, previous, processVersion: version, content: input.content ?? null },
        itemNo: formatNumber('KN', await takeNumber(tx, 'knowledge-item')),
        ...{ type: KnowledgeType.TEMPLATE, category: 'PROCESS', sentAt: tx.at, sentBy: tx.caller.subject },
        ...{ version: (previous?.version ?? 0) + 1, validity: TimePeriod.since(tx.at) },
      }),
    );
    for (const [index, id] of (input.documentIds ?? []).entries()) {
      const document = await tx.get(Document, id, ['input', 'documentIds', index], { lock: false });
      tx.add(Object.assign(new KnowledgeAttachment(), { item, document }));
    }
    const data = { itemNo: item.itemNo, version: item.version, category: item.category, type: item.type };
    tx.record({ kind: 'BUSINESS_FACT', type: 'knowledge.published', subject: item, data });
    return item;
  });
}
