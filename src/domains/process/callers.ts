import type { EntityManager } from '@mikro-orm/postgresql';
import {
  checkCalls,
  type DefinitionFinding,
  type ParameterDefinition,
  variablesOf,
} from '../../kernel/process/index.js';
import { readDefinition } from './definition-rows.js';
import type { ProcessTemplate } from './process-template.js';

/** Most versions that are looked at. */
const MOST = 50;

/** Published versions that call a template. */
const CALLERS = `
  select "v"."id", "t"."code", "v"."number" from "process_template_version" "v" join "process_template" "t" on "t"."id" = "v"."template_id"
  where "v"."status" = 'PUBLISHED' and not "v"."instance_own" and "t"."code" <> ?
    and exists (select from "process_step" "s" where "s"."version_id" = "v"."id" and "s"."subprocess" = ?)
  order by "t"."code", "v"."number" limit ${MOST}`;

/**
 * Warnings of published processes that call a template and would hand over to it what it does not take, or not what it needs, once a version
 * with these variables is published (WFL-04, WFL-12): they would stop at that step.
 */
export async function callerFindings(
  em: EntityManager,
  { code: template }: ProcessTemplate,
  variables: readonly ParameterDefinition[],
): Promise<DefinitionFinding[]> {
  const callers = await em.execute<{ id: string; code: string; number: number }[]>(CALLERS, [template, template]);
  const findings: DefinitionFinding[] = [];
  for (const { id, code, number } of callers) {
    const definition = await readDefinition(em, id, code);
    const faults: string[] = [];
    const called = new Map([[template, { variables, absent: null }]]);
    checkCalls(definition, variablesOf(definition), { template: code, called }, (_code, message, [, step]) =>
      faults.push(`${definition.steps[Number(step)]!.code}: ${message}`),
    );
    if (faults.length > 0)
      findings.push({
        ...{ code: 'CALLER_UNFIT', path: ['variables'], severity: 'WARNING' },
        message: `Version ${number} of ${code} would stop. ${faults.join(' ')}`,
      });
  }
  return findings;
}
