import { nounOf } from '../../kernel/model/index.js';
import { CollaborationDispatch } from './collaboration-dispatch.js';
import { CollaborationOrder } from './collaboration-order.js';

const dispatches = (): string => `"${nounOf(CollaborationDispatch).table}"`;
const orders = (): string => `"${nounOf(CollaborationOrder).table}"`;

/**
 * Query in SQL: what an employee was asked and has not answered, or their units while nobody was named, as `id`, `due_at` and `event`.
 * @param employee expression for the key of the employee
 * @param units expression for the keys of their units, an array
 */
export const collaborationsAskedOf = (employee: string, units: string): string =>
  `select "d"."id", "d"."due_at", "o"."event" from ${dispatches()} "d" join ${orders()} "o" on "o"."id" = "d"."order_id"
  where "d"."status" = 'SENT' and ("d"."assignee_id" = ${employee} or ("d"."assignee_id" is null and "d"."organization_id" = any(${units})))`;

/** Query in SQL: what units have asked and was not answered in time, the first first, as `id`. @param units expression for their keys, an array */
export const overdueCollaborationsOf = (units: string): string =>
  `select "id" from ${orders()} where "overdue" and "status" in ('DISPATCHED', 'RE_DISPATCHED') and "requester_id" = any(${units})
  order by "due_at", "id"`;
