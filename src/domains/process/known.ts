import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type CalledProcess,
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
import { ruleType } from './definition-rows.js';
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

/** Values that processes of called templates take: by the version that would run, or by the newest when none would. */
const CALLED = `
  select "t"."code", "v"."ready", (select coalesce(json_agg(json_build_object('name', "p"."name", 'type', "p"."type", 'required', "p"."required",
      'description', "p"."description") order by "p"."place"), '[]')
    from "process_parameter" "p" where "p"."version_id" = "v"."id" and "p"."use" = 'VARIABLE' and "p"."step" is null) as "variables"
  from "process_template" "t" join lateral (
    select "n"."id", "n"."ready" from (
      select "id", "number", case when "status" = 'TESTING' and ?::boolean then 2
        when "status" = 'PUBLISHED' and (?::timestamptz is null or ("validity_from" <= ? and ("validity_to" is null or "validity_to" > ?))) then 1
        else 0 end as "ready"
      from "process_template_version" where "template_id" = "t"."id" and not "instance_own") "n"
    order by "n"."ready" desc, "n"."number" desc limit 1) "v" on true
  where "t"."code" in (select json_array_elements_text(?::json))`;

interface CalledRow {
  code: string;
  ready: number;
  variables: { name: string; type: string; required: boolean; description: string }[];
}

/** For what a definition is looked at. */
export interface DefinitionUse {
  /**
   * DRAFT: it is drawn, and what it calls may be published before it is; TEST: it is tried, and what it calls is in test or published;
   * IN_FORCE: it makes instances, and what it calls must do so too.
   */
  kind: 'DRAFT' | 'TEST' | 'IN_FORCE';
  /** When what it calls must make instances; null for any time. */
  at: Date | null;
}

async function calledBy(
  em: EntityManager,
  steps: readonly StepDefinition[],
  { kind, at }: DefinitionUse,
): Promise<Map<string, CalledProcess>> {
  const codes = [...new Set(steps.flatMap(({ subprocess }) => subprocess?.template ?? []))];
  if (codes.length === 0) return new Map();
  const rows = await em.execute<CalledRow[]>(CALLED, [kind === 'TEST', at, at, at, JSON.stringify(codes)]);
  const absent = kind === 'DRAFT' ? 'WARNING' : 'ERROR';
  return new Map(
    rows.map(({ code, ready, variables }) => [
      code,
      {
        absent: ready > 0 ? null : absent,
        variables: variables.map(({ type, ...variable }) => ({ ...variable, type: ruleType(type) })),
      },
    ]),
  );
}

/**
 * What the definition of a template may refer to, as things stand.
 * @param use for what it is looked at; a draft when absent
 */
export async function knownTo(
  em: EntityManager,
  template: string,
  { steps, alarms = [], startAfter = [] }: Pick<ProcessDefinition, 'steps' | 'alarms' | 'startAfter'>,
  use: DefinitionUse = { kind: 'DRAFT', at: null },
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
  const related = startAfter.length > 0 || steps.some(({ subprocess }) => subprocess);
  const follows = related ? await em.execute<{ code: string; after: string[] }[]>(STARTS_AFTER) : [];
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
    pauses: (name) => stepHandler(name)?.begin !== undefined,
    isAdapter: (name) => externalSystem(name) !== undefined,
    isOperator: (kind, code) => known.has(`${kind} ${code}`),
    startsAfter: new Map(follows.map(({ code, after }) => [code, after])),
    isReference: (code, path) => {
      const noun = nounByName(before.find((each) => each.code === code)?.objectType ?? '');
      return !noun || isReference(noun.target, path);
    },
    steps: new Map(among.map(({ code, steps: codes }) => [code, codes])),
    called: await calledBy(em, steps, use),
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
