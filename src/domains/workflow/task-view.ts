import { nounOf } from '../../kernel/model/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';

const tasks = (): string => `"${nounOf(ProcessTask).table}"`;
const instances = (): string => `"${nounOf(ProcessInstance).table}"`;

/**
 * Query in SQL, to be joined with: the tasks that are to be done or that an outside system could not do, with `stopped_at`, since when
 * their limit stands still, and null while it runs (WFL-40, WFL-45). Its columns are those of the tasks.
 */
export const tasksToBeDone = (): string => `(select "w".*, least("w"."held_at", "n"."suspended_at") as "stopped_at"
  from ${tasks()} "w" join ${instances()} "n" on "n"."id" = "w"."instance_id"
  where "w"."status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED', 'FAILED'))`;

/**
 * Expression in SQL: by when the work on an object is to be done by the last task about it in a process; null without a limit (WFL-17).
 * @param instance expression for the key of the process
 * @param about expression for the key of the object
 */
export const limitOfWork = (instance: string, about: string): string =>
  `(select "w"."due_at" from ${tasks()} "w" where "w"."instance_id" = ${instance} and "w"."about_key" = ${about}
  order by "w"."arrived_at" desc, "w"."id" desc limit 1)`;

/**
 * Query in SQL: what an employee has taken and is to do by a moment, as `at` and `title`, for their calendar (SYS-48).
 * @param employee expression for the key of the employee
 */
export const datesOfTasks = (employee: string): string => `select "due_at" as "at", "name" as "title" from ${tasks()}
  where "assignee_id" = ${employee} and "status" in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS') and "due_at" is not null`;
