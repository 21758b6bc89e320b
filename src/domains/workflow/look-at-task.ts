import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { decodeId, nounOf } from '../../kernel/model/index.js';
import { employeeRows, isActive } from '../organisation/index.js';
import { SEEN_INSTANCE, type SeenInstance, seenRow, type SeenRow } from './look.js';
import type { Acts } from './may-act.js';
import { actsAs } from './operators.js';
import { ProcessTask } from './process-task.js';

/** A task, what its instance stands at, and whether the caller may do it, as one look finds them. */
export interface SeenTask extends SeenInstance {
  task: SeenRow;
  /** Key of the calling employee; null for callers who are none. */
  employee: string | null;
  acts: Acts;
}

/** Looks at a task, and locks nothing. @returns undefined when it is missing or the caller may not see it */
export async function lookAtTask({ caller, database }: CallContext, taskId: string): Promise<SeenTask | undefined> {
  const decoded = decodeId(taskId);
  if (decoded?.tag !== nounOf(ProcessTask).tag) return undefined;
  const values: unknown[] = [decoded!.uuid, caller.kind === 'STAFF' ? caller.subject : null];
  const visible = visibleRows(ProcessTask, caller, '"t"', (value) => `$${values.push(value)}`);
  const own = actsAs('"t"."operator_kind"', '"t"."operator_code"');
  const escalated = actsAs('"t"."escalated_kind"', '"t"."escalated_code"');
  const active = isActive('"e"');
  const text = `select ${seenRow('"t"')} "task", ${SEEN_INSTANCE}, "e"."id" "employee", json_build_object(
      'may', coalesce(${active} and (${own} or ${escalated}), false), 'escalated', coalesce(${active} and ${escalated}, false)) "acts"
    from "process_task" "t" join "process_instance" "i" on "i"."id" = "t"."instance_id" left join ${employeeRows()} "e" on "e"."employee_no" = $2
    where "t"."id" = $1 and ${visible}`;
  const { rows } = await database.pool.query<SeenTask>({ name: `process_task_look_${caller.kind}`, text, values });
  return rows[0];
}
