import type { Transaction } from '../../kernel/database/transaction.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { WorkLogPeriod } from './work-log-period.js';

/** What events say of an employee. */
export async function saidOf(tx: Transaction, employee: Employee): Promise<{ employee: string; organization: string }> {
  const { code } = await tx.em.findOneOrFail(InternalOrganization, { id: employee.organization.id });
  return { employee: employee.employeeNo, organization: code };
}

/**
 * SQL: the key of the setting that holds for the employee `e` in the unit `u`: the nearest one above that somebody heads who works here, and
 * not they themselves. What nobody reviews any more is for the head above.
 */
export const WORK_LOG_PERIOD_THAT_HOLDS = periodThatHolds();

/** @param but a condition on the setting `p` besides */
function periodThatHolds(but = ''): string {
  return `(select "p"."id" from "work_log_period" "p" join "party" "o" on "o"."id" = "p"."organization_id"
  join "employee" "head" on "head"."id" = "p"."superior_id" and "head"."status" = 'ACTIVE'
  where starts_with("u"."path", "o"."path") and "p"."superior_id" <> "e"."id" ${but} order by length("o"."path") desc limit 1)`;
}

const PERIOD_OF = `select ${periodThatHolds(`and "p"."superior_id" is distinct from ?::uuid`)} as "id" from "employee" "e"
  join "party" "u" on "u"."id" = "e"."organization_id" where "e"."id" = ?`;

/** The setting that holds for an employee, with their head; null when nobody heads them. @param gone somebody who is about to leave, and heads nobody any more */
export async function periodOf(tx: Transaction, employee: Employee, gone?: Employee): Promise<WorkLogPeriod | null> {
  const [row] = await tx.em.execute<{ id: string | null }[]>(PERIOD_OF, [gone?.id ?? null, employee.id]);
  return row?.id ? tx.em.findOne(WorkLogPeriod, { id: row.id }) : null;
}

const MISSING = `select "e"."id" from "employee" "e" join "party" "u" on "u"."id" = "e"."organization_id" join "party" "top" on "top"."id" = ?
  where "e"."status" = 'ACTIVE' and starts_with("u"."path", "top"."path") and ${WORK_LOG_PERIOD_THAT_HOLDS} = ?
    and not exists (select 1 from "work_log" "l" where "l"."author_id" = "e"."id" and "l"."filled_at" >= ? and "l"."filled_at" < ?)
  order by "e"."employee_no"`;

/** Who has written nothing in the running period of a setting. */
export async function missingOf(tx: Transaction, period: WorkLogPeriod): Promise<Employee[]> {
  const rows = await tx.em.execute<{ id: string }[]>(MISSING, [
    ...[period.organization.id, period.id, period.startsAt, period.endsAt],
  ]);
  const found = await tx.em.find(Employee, { id: { $in: rows.map(({ id }) => id) } });
  return found.sort((a, b) => a.employeeNo.localeCompare(b.employeeNo));
}

const DRAFTS = `select "l"."id" from "work_log" "l" join "employee" "e" on "e"."id" = "l"."author_id" join "party" "u" on "u"."id" = "e"."organization_id"
  where "l"."status" = 'DRAFT' and "l"."filled_at" < ? and ${WORK_LOG_PERIOD_THAT_HOLDS} = ? order by "l"."id"`;

/** Keys of drafts that are to be released when the period of a setting ends. */
export async function draftsOf(tx: Transaction, period: WorkLogPeriod): Promise<string[]> {
  const rows = await tx.em.execute<{ id: string }[]>(DRAFTS, [period.endsAt, period.id]);
  return rows.map(({ id }) => id);
}
