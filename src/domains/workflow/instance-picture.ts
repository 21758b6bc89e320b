import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { LIVE } from '../../kernel/process/index.js';
import { drawProcess, type StepMark } from '../../kernel/process/diagram/index.js';
import { readDefinition } from '../process/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTokenStatus } from './workflow.enums.js';

interface Row {
  instanceNo: string;
  status: string;
  version: string | null;
  /** Whether it is held as a whole: then all its visits are. */
  suspended: boolean;
  name: string | null;
  visits: { step: string; status: ProcessTokenStatus; held: boolean }[];
}

const DONE: readonly ProcessTokenStatus[] = [
  ProcessTokenStatus.DONE,
  ProcessTokenStatus.MERGED,
  ProcessTokenStatus.ABSORBED,
];

/** A step may be visited often: what holds it up counts more than where it stands, and that more than that it was done. */
const WEIGHT: Record<StepMark, number> = { DONE: 1, PRESENT: 2, HELD: 3, EXCEPTION: 4 };

function markOf({ status, held }: Row['visits'][number], suspended: boolean): StepMark | null {
  if (status === ProcessTokenStatus.STUCK) return 'EXCEPTION';
  if ((LIVE as readonly string[]).includes(status)) return held || suspended ? 'HELD' : 'PRESENT';
  return DONE.includes(status) ? 'DONE' : null;
}

/**
 * An instance drawn on its version, with where it stands, what is done and what cannot go on; null while it has no template.
 * @throws NOT_FOUND when the caller may not see it, or it is not there
 */
export async function pictureOfInstance(context: CallContext, instanceId: string): Promise<string | null> {
  const values: unknown[] = [uuidOf(instanceId, 'wn', ['instanceId'])];
  const visible = visibleRows(ProcessInstance, context.caller, '"i"', (value) => `$${values.push(value)}`);
  const { rows } = await context.database.pool.query<Row>(
    `select "i"."instance_no" as "instanceNo", "i"."status", "i"."version_id" as "version", "i"."suspended_at" is not null as "suspended", "t"."name",
       coalesce((select json_agg(json_build_object('step', "k"."step", 'status', "k"."status", 'held', "k"."held_at" is not null) order by "k"."seq")
         from "process_token" "k" where "k"."instance_id" = "i"."id"), '[]') as "visits"
     from "process_instance" "i" left join "process_template" "t" on "t"."id" = "i"."template_id"
     where "i"."id" = $1 and ${visible}`,
    values,
  );
  const row = rows[0];
  if (!row) throw codedError('NOT_FOUND', 'There is no ProcessInstance with this id.', { path: ['instanceId'] });
  if (row.version === null) return null;
  const steps = new Map<string, StepMark>();
  for (const visit of row.visits) {
    const mark = markOf(visit, row.suspended);
    const { step } = visit;
    const before = steps.get(step);
    if (mark && (!before || WEIGHT[mark] > WEIGHT[before])) steps.set(step, mark);
  }
  const name = row.name ?? '';
  const definition = await readDefinition(context.database.orm.em.fork(), row.version, name);
  return drawProcess(definition, { title: `${name} ${row.instanceNo}: ${row.status}`, steps });
}
