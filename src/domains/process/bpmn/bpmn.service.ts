import type { EntityManager } from '@mikro-orm/postgresql';
import { visibleRows } from '../../../kernel/access/index.js';
import type { CallContext } from '../../../kernel/database/context.js';
import { codedError, refuse } from '../../../kernel/errors/index.js';
import { uuidOf } from '../../../kernel/model/index.js';
import type { ProcessDefinition } from '../../../kernel/process/index.js';
import { drawProcess } from '../../../kernel/process/diagram/index.js';
import type { ProcessOperatorInput } from '../definition.inputs.js';
import { definitionOf } from '../definition-of-input.js';
import { readDefinition } from '../definition-rows.js';
import { ProcessTemplateVersion } from '../process-template-version.js';
import { refuseDoubled } from '../refuse-doubled.js';
import { createTemplate, createVersion, type DraftWithFindings } from '../template.service.js';
import type { ProcessBpmnImportInput } from './bpmn.inputs.js';
import { readBpmn } from './read-bpmn.js';
import { writeBpmn } from './write-bpmn.js';

/** Operators by a code or a name that people write on a lane: a position before a role before a unit, a code before a name. */
const NAMED = `
  select distinct on ("wanted") "wanted", "kind", "code" from json_array_elements_text(?::json) "wanted" join (
    select 1 as "rank", 'POSITION' as "kind", "code", "name" from "job_position"
    union all select 2, 'ROLE', "code", "name" from "job_role"
    union all select 3, 'ORGANIZATION', "code", "name" from "party" where "party"."kind" = 'INTERNAL_ORGANIZATION' and "code" is not null
  ) "operator" on "wanted" in ("code", "name") order by "wanted", "wanted" <> "code", "rank", "code"`;

async function operatorsNamed(em: EntityManager, names: readonly string[]): Promise<Map<string, ProcessOperatorInput>> {
  if (names.length === 0) return new Map();
  const rows = await em.execute<({ wanted: string } & ProcessOperatorInput)[]>(NAMED, [JSON.stringify(names)]);
  return new Map(rows.map(({ wanted, kind, code }) => [wanted, { kind, code }]));
}

/**
 * Makes a draft out of a drawing; it passes the same checks as one that is given in the graph, and what keeps it from running is told
 * by `findings` (WFL-01, WFL-02).
 */
export async function importBpmn(context: CallContext, input: ProcessBpmnImportInput): Promise<DraftWithFindings> {
  const { bpmn, code, templateId } = input;
  if (Boolean(code) === Boolean(templateId))
    refuse('CONTRADICTION', 'Give the code of a new template or the template of the draft.', ['input', 'code']);
  const em = context.database.orm.em.fork();
  const read = await readBpmn(bpmn, ['input', 'bpmn'], (names) => operatorsNamed(em, names));
  const name = input.name ?? (read.name.trim().slice(0, 200) || code || '');
  const definition = definitionOf(read.definition, name);
  refuseDoubled(definition, ['input', 'bpmn'], true);
  return code
    ? await createTemplate(context, { code, name, definition: read.definition })
    : await createVersion(context, { templateId: templateId!, changeReason: input.changeReason ?? null }, definition);
}

/** A version as its callers see it. @throws NOT_FOUND when the caller may not see it, or it is not there */
async function readVersion(
  context: CallContext,
  versionId: string,
): Promise<{ template: string; number: number; definition: ProcessDefinition }> {
  const values: unknown[] = [uuidOf(versionId, 'wv', ['versionId'])];
  const visible = visibleRows(ProcessTemplateVersion, context.caller, '"v"', (value) => `$${values.push(value)}`);
  const { rows } = await context.database.pool.query<{ code: string; name: string; number: number }>(
    `select "t"."code", "t"."name", "v"."number" from "process_template_version" "v"
     join "process_template" "t" on "t"."id" = "v"."template_id" where "v"."id" = $1 and ${visible}`,
    values,
  );
  const row = rows[0];
  if (!row) throw codedError('NOT_FOUND', 'There is no ProcessTemplateVersion with this id.', { path: ['versionId'] });
  const definition = await readDefinition(context.database.orm.em.fork(), String(values[0]), row.name);
  return { template: row.code, number: row.number, definition };
}

/** A version as BPMN 2.0 with its drawing. */
export async function bpmnOf(context: CallContext, versionId: string): Promise<string> {
  const { template, definition } = await readVersion(context, versionId);
  return writeBpmn(definition, template);
}

/** A version as a picture. */
export async function pictureOf(context: CallContext, versionId: string): Promise<string> {
  const { definition, number } = await readVersion(context, versionId);
  return drawProcess(definition, { title: `${definition.name} (version ${number})`, steps: new Map() });
}
