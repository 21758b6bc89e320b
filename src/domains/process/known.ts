import type { EntityManager } from '@mikro-orm/postgresql';
import {
  externalSystem,
  type KnownToProcesses,
  type ProcessDefinition,
  type StepDefinition,
  stepHandler,
  taskRule,
} from '../../kernel/process/index.js';
import { nounByName } from '../../kernel/model/index.js';
import { actingExists } from '../organisation/index.js';
import { isReference } from './object-view.js';
import { ProcessTemplate } from './process-template.js';

/** Operators of a definition that exist now. */
const operators = (): string => `
  select "kind", "code" from json_to_recordset(?::json) as "wanted" ("kind" text, "code" text) where case "kind"
    ${(['EMPLOYEE', 'POSITION', 'ROLE'] as const).map((kind) => `when '${kind}' then ${actingExists(kind, '"wanted"."code"')}`).join(' ')}
    else ${actingExists('ORGANIZATION', '"wanted"."code"')}
  end`;

/** What each template calls: by its published version, or by its newest when none is. */
const CALLS = `
  select "t"."code", coalesce(array_agg("s"."subprocess") filter (where "s"."subprocess" is not null), '{}') as "calls"
  from "process_template" "t"
  left join lateral (select "id" from "process_template_version" "v" where "v"."template_id" = "t"."id" and not "v"."instance_own"
    order by "v"."status" = 'PUBLISHED' desc, "v"."number" desc limit 1) "v" on true
  left join "process_step" "s" on "s"."version_id" = "v"."id" and "s"."subprocess" is not null
  group by "t"."code"`;

/** After what each template starts: by its published version, or by its newest when none is. */
const STARTS_AFTER = `
  select "t"."code", array_agg("a"."template") as "after" from "process_template" "t"
  join lateral (select "id" from "process_template_version" "v" where "v"."template_id" = "t"."id" and not "v"."instance_own"
    order by "v"."status" = 'PUBLISHED' desc, "v"."number" desc limit 1) "v" on true
  join "process_start_after" "a" on "a"."version_id" = "v"."id"
  group by "t"."code"`;

/** Steps of templates that others wait for: of the published version, and of the newest, which may be published next. */
const STEPS = `
  select "t"."code", array_agg(distinct "s"."code") as "steps" from "process_template" "t"
  join "process_template_version" "v" on "v"."template_id" = "t"."id" and not "v"."instance_own" and ("v"."status" = 'PUBLISHED'
    or "v"."number" = (select max("n"."number") from "process_template_version" "n" where "n"."template_id" = "t"."id" and not "n"."instance_own"))
  join "process_step" "s" on "s"."version_id" = "v"."id"
  where "t"."code" in (select json_array_elements_text(?::json)) group by "t"."code"`;

/** What the definition of a template may refer to, as things stand. */
export async function knownTo(
  em: EntityManager,
  template: string,
  { steps, alarms = [], startAfter = [] }: Pick<ProcessDefinition, 'steps' | 'alarms' | 'startAfter'>,
): Promise<KnownToProcesses> {
  const told = [...alarms, ...steps.flatMap((step) => step.alarms ?? [])];
  const acting = steps.flatMap(({ operator, compensationTask }) => [operator, compensationTask?.operator]);
  const wanted = [...acting, ...told.map(({ recipient }) => recipient)].filter(Boolean);
  const found = wanted.length
    ? await em.execute<{ kind: string; code: string }[]>(operators(), [JSON.stringify(wanted)])
    : [];
  const known = new Set(found.map(({ kind, code }) => `${kind} ${code}`));
  const needsCalls = startAfter.length > 0 || steps.some(({ subprocess, waitFor }) => subprocess || waitFor?.length);
  const calls = needsCalls ? await em.execute<{ code: string; calls: string[] }[]>(CALLS) : [];
  const met = steps.flatMap(({ waitFor = [] }) => waitFor.map((meeting) => meeting.template));
  const among = met.length ? await em.execute<{ code: string; steps: string[] }[]>(STEPS, [JSON.stringify(met)]) : [];
  const follows = startAfter.length ? await em.execute<{ code: string; after: string[] }[]>(STARTS_AFTER) : [];
  const before = startAfter.length
    ? await em.find(ProcessTemplate, { code: { $in: startAfter.map((relation) => relation.template) } })
    : [];
  const moves = steps.some((step) => step.alarms?.some(({ action }) => action === 'MOVE'));
  const objectType = moves ? (await em.findOne(ProcessTemplate, { code: template }))?.objectType : null;
  return {
    template,
    steered: taskRule(objectType)?.steers !== undefined,
    isHandler: (name) => stepHandler(name) !== undefined,
    canCompensate: (name) => stepHandler(name)?.compensate !== undefined,
    isAdapter: (name) => externalSystem(name) !== undefined,
    isOperator: (kind, code) => known.has(`${kind} ${code}`),
    startsAfter: new Map(follows.map(({ code, after }) => [code, after])),
    isReference: (code, path) => {
      const noun = nounByName(before.find((each) => each.code === code)?.objectType ?? '');
      return !noun || isReference(noun.target, path);
    },
    steps: new Map(among.map(({ code, steps: codes }) => [code, codes])),
    calls: new Map(calls.map(({ code, calls: called }) => [code, called])),
  };
}

/** Whether there is somebody now who acts as a position, role, unit or person. */
export async function isOperator(
  em: EntityManager,
  operator: NonNullable<StepDefinition['operator']>,
): Promise<boolean> {
  return (await em.execute<unknown[]>(operators(), [JSON.stringify([operator])])).length > 0;
}
