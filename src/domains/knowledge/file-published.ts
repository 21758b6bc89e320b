import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob } from '../../kernel/jobs/job.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { onPublication, ProcessTemplate, ProcessTemplateVersion } from '../process/index.js';
import { KnowledgeItem, KnowledgeType } from './knowledge-item.js';

const NAME = 'knowledge.file-published';

// It is asked for in the transaction that publishes, so that whatever dies afterwards, what was published is filed. It is not filed there:
// who publishes need not be one who may write knowledge, and what hinders filing hinders no publication.
onPublication((tx, { template }) =>
  tx.enqueue({ name: NAME, payload: { templateId: template.id }, key: `${NAME}:${template.id}` }),
);

/** Files what was published of a template (WFL-32). */
export const fileAfterPublication = defineJob<{ templateId: string }>(NAME, ({ templateId }, context) =>
  context.database.write(context, async (tx) => {
    const template = await tx.find(ProcessTemplate, templateId);
    if (template) await filePublished(tx, template);
  }),
);

// What another version has replaced is filed too, as long as nothing that came after it was: versions of knowledge follow one another.
const UNFILED = `
  select "v"."id" from "process_template_version" "v" left join "knowledge_item" "k" on "k"."process_version_id" = "v"."id"
  where "v"."template_id" = ? and "v"."published_at" is not null and not "v"."instance_own" and "k"."id" is null
    and not exists (select 1 from "knowledge_item" "i" join "process_template_version" "f" on "f"."id" = "i"."process_version_id"
      where "f"."template_id" = "v"."template_id" and "f"."published_at" > "v"."published_at")
  order by "v"."published_at", "v"."number"`;

/** Files what was published of a locked template and is not filed yet, each version once, in the order of publication (WFL-32). */
export async function filePublished(tx: Transaction, template: ProcessTemplate): Promise<void> {
  await tx.em.flush();
  for (const { id } of await tx.em.execute<{ id: string }[]>(UNFILED, [template.id]))
    await file(tx, template, await tx.em.findOneOrFail(ProcessTemplateVersion, { id }));
}

async function file(tx: Transaction, template: ProcessTemplate, version: ProcessTemplateVersion): Promise<void> {
  const { code: templateNo, name: title } = template;
  const previous = await tx.em.findOne(KnowledgeItem, { templateNo }, { orderBy: { version: 'desc' } });
  const from =
    previous && previous.validity.from > version.publishedAt! ? previous.validity.from : version.publishedAt!;
  if (previous) previous.validity = TimePeriod.since(previous.validity.from, from);
  const item = tx.add(
    Object.assign(new KnowledgeItem(), {
      ...{ title, templateNo, previous, processVersion: version, content: null },
      itemNo: formatNumber('KN', await takeNumber(tx, 'knowledge-item')),
      ...{ type: KnowledgeType.TEMPLATE, category: 'PROCESS', sentAt: tx.at, sentBy: version.publishedBy! },
      ...{ version: (previous?.version ?? 0) + 1, validity: TimePeriod.since(from) },
    }),
  );
  const data = { itemNo: item.itemNo, version: item.version, category: item.category, type: item.type };
  tx.record({ kind: 'BUSINESS_FACT', type: 'knowledge.published', subject: item, data });
  await tx.em.flush();
}

const TEMPLATES = `
  select distinct "v"."template_id" "id" from "process_template_version" "v" left join "knowledge_item" "k" on "k"."process_version_id" = "v"."id"
  where "v"."status" = 'PUBLISHED' and not "v"."instance_own" and "k"."id" is null order by "id"`;

/** Files what is published and was never filed: the processes of the house, and what was published before that was done by itself. */
export async function fileUnfiled(context: CallContext): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string }>(TEMPLATES);
  for (const { id } of rows)
    await context.database.write(context, async (tx) => filePublished(tx, (await tx.find(ProcessTemplate, id))!));
}
