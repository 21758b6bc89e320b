import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { PlainTransaction } from '../../kernel/database/plain-transaction.js';
import { decodeId, nounOf } from '../../kernel/model/index.js';
import { regionOfUnit } from '../organisation/index.js';
import { ProcessTemplate, ProcessTemplateVersion, templateRows, versionsInUse } from '../process/index.js';
import { OUTERMOST_REGION, Region } from '../region/index.js';

/** What a start by hand of a named template needs, as one look finds it. */
interface SeenStart {
  version: Pick<ProcessTemplateVersion, 'id' | 'gradeRule'>;
  template: Pick<ProcessTemplate, 'id' | 'dispatchMode' | 'workKind'>;
  /** That which is named, else that of the caller's own unit, else the one around all; null when there is none. */
  region: Pick<Region, 'id' | 'code'> | null;
}

/** Looks at a template to be started. @returns undefined when something is missing, or hidden from the caller, or not published */
export async function lookAtStart(
  { caller, database }: CallContext,
  templateId: string,
  regionId: string | null,
): Promise<SeenStart | undefined> {
  const [template, region] = [decodeId(templateId), regionId === null ? null : decodeId(regionId)];
  if (template?.tag !== nounOf(ProcessTemplate).tag) return undefined;
  if (region !== null && region?.tag !== nounOf(Region).tag) return undefined;
  if (region && caller.kind === 'STAFF' && !caller.regionIds.includes(region.uuid)) return undefined;
  const employee = caller.kind === 'STAFF' ? caller.subject : null;
  const values: unknown[] = [template!.uuid, region?.uuid ?? null, database.clock(), employee];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const named = region ? ` and ${visibleRows(Region, caller, '"r"', bind)}` : '';
  const text = `select json_build_object('id', "v"."id", 'gradeRule', "v"."grade_rule") "version",
      json_build_object('id', "t"."id", 'dispatchMode', "t"."dispatch_mode", 'workKind', "t"."work_kind") "template",
      case when "r"."id" is not null then json_build_object('id', "r"."id", 'code', "r"."code") end "region"
    from ${templateRows()} "t" join ${versionsInUse('$3')} "v" on "v"."template_id" = "t"."id"
    left join "${nounOf(Region).table}" "r" on "r"."id" = coalesce($2::uuid, ${regionOfUnit('$4')}, ${OUTERMOST_REGION})${named}
    where "t"."id" = $1 and ${visibleRows(ProcessTemplate, caller, '"t"', bind)}`;
  const name = `process_start_look_${caller.kind}_${region ? 'named' : 'own'}`;
  const { rows } = await database.pool.query<SeenStart>({ name, text, values });
  return rows.length === 1 && !(region && !rows[0]!.region) ? rows[0] : undefined;
}

/** The version and the region that were seen, of which no more is known. */
export function startOf(
  tx: PlainTransaction,
  seen: SeenStart,
): { version: ProcessTemplateVersion; region: Region | null } {
  const template = tx.partial(ProcessTemplate, seen.template);
  const version = tx.partial(ProcessTemplateVersion, { ...seen.version, template });
  return { version, region: seen.region && tx.partial(Region, seen.region) };
}
