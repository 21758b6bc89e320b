import { nounOf } from '../../kernel/model/index.js';
import { ShiftPlan } from './shift-plan.js';
import { ShiftTask } from './shift-task.js';

const plans = (): string => `"${nounOf(ShiftPlan).table}"`;
const ahead = (employee: string): string =>
  `from ${plans()} where "employee_id" = ${employee} and "status" in ('PLANNED', 'ON_DUTY')`;

/** Query in SQL: the shifts that an employee has or will have, the first first, as `id`. @param employee expression for their key */
export const shiftsAheadOf = (employee: string): string =>
  `select "id" ${ahead(employee)} order by "take_over_at", "id"`;

/** Query in SQL: the same for a calendar, as `at`, `until` and `title`. @param employee expression for their key */
export const datesOfShifts = (employee: string): string =>
  `select "take_over_at" as "at", "hand_over_at" as "until", "post" as "title" ${ahead(employee)}`;

/** Query in SQL: what an employee on duty has still to do in the shift, as `id`. @param employee expression for their key */
export const shiftTasksOf = (employee: string): string =>
  `select "t"."id" from "${nounOf(ShiftTask).table}" "t" join ${plans()} "s" on "s"."id" = "t"."shift_id"
  where "s"."employee_id" = ${employee} and "s"."status" = 'ON_DUTY' and "t"."filled_at" is null order by "t"."id"`;
